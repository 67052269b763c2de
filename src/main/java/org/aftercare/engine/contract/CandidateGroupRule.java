package org.aftercare.engine.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The groups that tasks are given to exist; those that a decision gives, too. */
final class CandidateGroupRule extends ProcessRule {

  /** What a decision answers when no group is needed; the model then goes around the task. */
  static final String NOBODY = "NONE";

  CandidateGroupRule() {
    super("candidate-group", "A task of a group that does not exist is seen by nobody.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (UserTask task : process.all(UserTask.class)) {
      if (task.getCamundaCandidateGroups() == null) {
        continue;
      }
      for (String group : task.getCamundaCandidateGroups().split(",")) {
        Set<String> named =
            ModelExpression.isExpression(group)
                ? decided(process, models, group)
                : Set.of(group.strip());
        if (named.isEmpty()) {
          findings.accept(
              finding(
                  process,
                  task,
                  "No decision of this process gives the group %s.".formatted(group),
                  "Name a group, or the variable into which a decision writes one."));
        }
        named.stream()
            .filter(name -> !models.vocabulary().groups().contains(name))
            .sorted()
            .forEach(
                name ->
                    findings.accept(
                        finding(
                            process,
                            task,
                            "There is no group %s that has tasks.".formatted(name),
                            "Name one of %s."
                                .formatted(
                                    models.vocabulary().groups().stream().sorted().toList()))));
      }
    }
  }

  private static Set<String> decided(ProcessModel process, ModelSet models, String expression) {
    List<String> variable = ProcessModel.bareName(expression).stream().toList();
    return process.all(BusinessRuleTask.class).stream()
        .filter(rule -> rule.getCamundaDecisionRef() != null)
        .filter(rule -> variable.contains(rule.getCamundaResultVariable()))
        .flatMap(rule -> models.decision(rule.getCamundaDecisionRef()).stream())
        .flatMap(decision -> DecisionModel.values(decision).stream())
        .map(Object::toString)
        .filter(value -> !Arrays.asList(NOBODY).contains(value))
        .collect(Collectors.toSet());
  }
}
