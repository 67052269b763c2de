package org.aftercare.engine.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aftercare.engine.ModelBean;
import org.aftercare.engine.ModelNames;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StepChoices;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Reads what code offers to models from the application's beans. Delegates are not made for it:
 * they need the engine, which deploys before it is ready.
 */
final class SpringVocabulary {

  private final ListableBeanFactory factory;

  SpringVocabulary(ListableBeanFactory factory) {
    this.factory = factory;
  }

  ModelVocabulary read() {
    Set<String> messages = new TreeSet<>();
    Set<String> errors = new TreeSet<>();
    factory
        .getBeansOfType(ModelNames.class)
        .values()
        .forEach(
            names -> {
              messages.addAll(names.messages());
              errors.addAll(names.errors());
            });
    Set<String> groups =
        Arrays.stream(StaffGroup.values())
            .filter(StaffGroup::hasTasks)
            .map(StaffGroup::id)
            .collect(Collectors.toSet());
    Map<String, Map<String, Set<String>>> settings =
        factory.getBeansOfType(StepChoices.class).values().stream()
            .collect(Collectors.toMap(StepChoices::step, StepChoices::settings));
    return new ModelVocabulary(beans(), messages, errors, groups, settings);
  }

  private Map<String, Class<?>> beans() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type :
        new Class<?>[] {JavaDelegate.class, ExecutionListener.class, TaskListener.class}) {
      names.addAll(Arrays.asList(factory.getBeanNamesForType(type, false, false)));
    }
    names.addAll(Arrays.asList(factory.getBeanNamesForAnnotation(ModelBean.class)));
    Map<String, Class<?>> beans = new TreeMap<>();
    for (String name : names) {
      Class<?> type = factory.getType(name, false);
      if (type != null) {
        beans.put(name, ClassUtils.getUserClass(type));
      }
    }
    return beans;
  }
}
