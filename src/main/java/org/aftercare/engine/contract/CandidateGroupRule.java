package org.aftercare.engine.contract;

import java.util.List;
import java.util.function.Consumer;
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
        if (ModelExpression.isExpression(group)) {
          checkDecided(process, task, models, group, findings);
        } else {
          requireGroup(process, task, models, group.strip(), findings);
        }
      }
    }
  }

  private void checkDecided(
      ProcessModel process,
      UserTask task,
      ModelSet models,
      String expression,
      Consumer<Finding> findings) {
    List<BusinessRuleTask> rules = rulesThatWrite(process, expression);
    if (rules.isEmpty()) {
      findings.accept(
          finding(
              process,
              task,
              "No decision of this process gives the group %s.".formatted(expression),
              "Name a group, or the variable into which a decision writes one."));
    }
    // DecisionReferenceRule reports a decision that is missing.
    rules.stream()
        .flatMap(rule -> models.decision(rule.getCamundaDecisionRef()).stream())
        .flatMap(decision -> DecisionModel.values(decision).stream())
        .map(Object::toString)
        .filter(value -> !value.equals(NOBODY))
        .distinct()
        .sorted()
        .forEach(group -> requireGroup(process, task, models, group, findings));
  }

  private void requireGroup(
      ProcessModel process,
      UserTask task,
      ModelSet models,
      String group,
      Consumer<Finding> findings) {
    if (!models.vocabulary().groups().contains(group)) {
      findings.accept(
          finding(
              process,
              task,
              "There is no group %s that has tasks.".formatted(group),
              "Name one of %s."
                  .formatted(models.vocabulary().groups().stream().sorted().toList())));
    }
  }

  private static List<BusinessRuleTask> rulesThatWrite(ProcessModel process, String expression) {
    return ProcessModel.bareName(expression).stream()
        .flatMap(
            variable ->
                process.all(BusinessRuleTask.class).stream()
                    .filter(rule -> rule.getCamundaDecisionRef() != null)
                    .filter(rule -> variable.equals(rule.getCamundaResultVariable())))
        .toList();
  }
}
