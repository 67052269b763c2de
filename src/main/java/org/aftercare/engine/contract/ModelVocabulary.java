package org.aftercare.engine.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.PortionStep;
import org.aftercare.engine.RemoteStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The names that code offers to models.
 *
 * @param beans the beans that expressions may name, with their types
 * @param messages names of messages that code hands to processes
 * @param errors codes of BPMN errors that code throws
 * @param groups groups that tasks may be given to
 * @param settings by delegate, the settings that it needs and the values that it knows
 */
record ModelVocabulary(
    Map<String, Class<?>> beans,
    Set<String> messages,
    Set<String> errors,
    Set<String> groups,
    Map<String, Map<String, Set<String>>> settings) {

  ModelVocabulary {
    beans = Map.copyOf(beans);
    messages = Set.copyOf(messages);
    errors = Set.copyOf(errors);
    groups = Set.copyOf(groups);
    settings = Map.copyOf(settings);
  }

  Map<String, Set<String>> settingsOf(String bean) {
    return settings.getOrDefault(bean, Map.of());
  }

  boolean isDelegate(String bean) {
    return isA(bean, JavaDelegate.class);
  }

  boolean isExecutionListener(String bean) {
    return isA(bean, ExecutionListener.class);
  }

  boolean isTaskListener(String bean) {
    return isA(bean, TaskListener.class);
  }

  /** Whether the delegate calls another system. */
  boolean isRemote(String bean) {
    return isDelegate(bean) && beans.get(bean).isAnnotationPresent(RemoteStep.class);
  }

  /** Whether the delegate is to run in a transaction of its own. */
  boolean needsSavepoint(String bean) {
    return isRemote(bean)
        || isDelegate(bean) && beans.get(bean).isAnnotationPresent(PortionStep.class);
  }

  /** Whether the bean has a public method of that name that takes so many arguments. */
  boolean offers(String bean, String method, int arguments) {
    Class<?> type = beans.get(bean);
    return type != null
        && Arrays.stream(type.getMethods())
            .filter(offered -> offered.getDeclaringClass() != Object.class)
            .filter(offered -> offered.getName().equals(method))
            .mapToInt(Method::getParameterCount)
            .anyMatch(count -> count == arguments);
  }

  private boolean isA(String bean, Class<?> type) {
    Class<?> found = beans.get(bean);
    return found != null && type.isAssignableFrom(found);
  }
}
