package org.aftercare.engine.guard;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that expressions may name: delegates, listeners, and what is marked {@link ModelBean}.
 * Names are gathered without making the beans, since delegates need the engine that is being built.
 */
final class ModelBeans {

  private final ListableBeanFactory factory;
  private final Set<String> names;
  private final Map<String, Object> handedOut = new ConcurrentHashMap<>();

  ModelBeans(ListableBeanFactory factory) {
    this.factory = factory;
    Set<String> found = new TreeSet<>();
    for (Class<?> type :
        new Class<?>[] {JavaDelegate.class, ExecutionListener.class, TaskListener.class}) {
      Collections.addAll(found, factory.getBeanNamesForType(type, false, false));
    }
    Collections.addAll(found, factory.getBeanNamesForAnnotation(ModelBean.class));
    this.names = Collections.unmodifiableSet(found);
  }

  Set<String> names() {
    return names;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  Object get(String name) {
    Object known = handedOut.get(name);
    if (known != null) {
      return known;
    }
    // Not within the map's atomic operations: making one delegate may ask for another.
    Object bean = factory.getBean(name);
    handedOut.put(name, bean);
    return bean;
  }

  /** Whether an expression got that object from here. */
  boolean gave(Object bean) {
    for (Object given : handedOut.values()) {
      if (given == bean) {
        return true;
      }
    }
    return false;
  }
}
