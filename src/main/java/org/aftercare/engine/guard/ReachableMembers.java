package org.aftercare.engine.guard;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;

/**
 * Which methods and properties of an object an expression may use. Everything that is not named
 * here is out of reach, and so is whatever lies behind it: classes, class loaders, the engine's
 * services.
 */
final class ReachableMembers {

  /** Of an execution or a task: what a model has reason to read or to set. */
  private static final Set<String> OF_SCOPES =
      Set.of(
          // executions
          "id",
          "processInstanceId",
          "processDefinitionId",
          "processBusinessKey",
          "businessKey",
          "parentId",
          "currentActivityId",
          "currentActivityName",
          "activityInstanceId",
          "currentTransitionId",
          "superExecution",
          "processInstance",
          "canceled",
          "eventName",
          "tenantId",
          // tasks
          "name",
          "description",
          "priority",
          "assignee",
          "owner",
          "dueDate",
          "followUpDate",
          "createTime",
          "taskDefinitionKey",
          "executionId",
          "execution",
          "candidates",
          "addCandidateUser",
          "addCandidateGroup",
          "addCandidateUsers",
          "addCandidateGroups",
          "deleteCandidateUser",
          "deleteCandidateGroup",
          // both
          "variable",
          "variableLocal",
          "variables",
          "variablesLocal",
          "variableNames",
          "hasVariable",
          "hasVariableLocal",
          "hasVariables",
          "removeVariable",
          "removeVariableLocal");

  /** Leads from a value to its class, to other threads, or makes an object of any class. */
  private static final Set<String> OF_NOTHING =
      Set.of(
          "class",
          "declaringClass",
          "wait",
          "notify",
          "notifyAll",
          "mapTo",
          "unwrap",
          "finalize",
          "clone");

  private final ModelBeans beans;
  private final Map<Class<?>, Set<String>> ownMembers = new ConcurrentHashMap<>();

  ReachableMembers(ModelBeans beans) {
    this.beans = beans;
  }

  /**
   * @param member a property's name, or a method's; {@code getName} is the property {@code name}
   */
  boolean mayUse(Object base, String member) {
    String property = propertyOf(member);
    if (OF_NOTHING.contains(member) || OF_NOTHING.contains(property)) {
      return false;
    }
    if (base instanceof VariableScope) {
      return OF_SCOPES.contains(member) || OF_SCOPES.contains(property);
    }
    return isPlainValue(base) || isOwnMethodOfModelBean(base, member);
  }

  private static boolean isPlainValue(Object base) {
    return base instanceof CharSequence
        || base instanceof Number
        || base instanceof Boolean
        || base instanceof Character
        || base instanceof Enum<?>
        || base instanceof Date
        || base instanceof Temporal
        || base instanceof TemporalAmount
        || base instanceof Collection<?>
        || base instanceof Map<?, ?>
        || base instanceof SpinJsonNode
        || base.getClass().getPackageName().equals("org.joda.time");
  }

  /** What the bean's own class declares: neither Object's methods nor those of a proxy. */
  private boolean isOwnMethodOfModelBean(Object base, String member) {
    return beans.gave(base)
        && ownMembers
            .computeIfAbsent(
                ClassUtils.getUserClass(AopUtils.getTargetClass(base)), ReachableMembers::membersOf)
            .contains(member);
  }

  private static Set<String> membersOf(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .flatMap(name -> Stream.of(name, propertyOf(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@code getName}, {@code isName} and {@code setName} → {@code name}. */
  private static String propertyOf(String member) {
    for (String prefix : new String[] {"get", "set", "is"}) {
      if (member.startsWith(prefix)
          && member.length() > prefix.length()
          && Character.isUpperCase(member.charAt(prefix.length()))) {
        String rest = member.substring(prefix.length());
        return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
      }
    }
    return member;
  }
}
