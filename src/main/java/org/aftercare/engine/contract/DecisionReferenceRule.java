package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The decision of a rule task exists, and its values fit the variable that receives them. */
final class DecisionReferenceRule extends ProcessRule {

  DecisionReferenceRule() {
    super("decision-reference", "A gateway can only route on a value that the table really gives.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (BusinessRuleTask task : process.all(BusinessRuleTask.class)) {
      if (task.getCamundaDecisionRef() == null) {
        continue;
      }
      Optional<Decision> decision = models.decision(task.getCamundaDecisionRef());
      if (decision.isEmpty()) {
        findings.accept(
            finding(
                process,
                task,
                "There is no decision %s.".formatted(task.getCamundaDecisionRef()),
                "Name a decision, or deploy its file with the process."));
      } else {
        check(process, task, decision.get(), findings);
      }
    }
  }

  private void check(
      ProcessModel process, BusinessRuleTask task, Decision decision, Consumer<Finding> findings) {
    String name = task.getCamundaResultVariable();
    if (name == null || !"singleEntry".equals(task.getCamundaMapDecisionResult())) {
      findings.accept(
          finding(
              process,
              task,
              "The decision's result is not one value in one variable.",
              "Set the result variable, and the mapping of the result to singleEntry."));
      return;
    }
    Optional<DeclaredVariable> variable = process.variable(name);
    if (variable.isEmpty()) {
      findings.accept(
          finding(
              process,
              task,
              "The result variable %s is not declared.".formatted(name),
              "Declare it as the process's extension property variable.%s.".formatted(name)));
      return;
    }
    Optional<String> type = DecisionModel.type(decision);
    if (type.isPresent() && !variable.get().holds(type.get())) {
      findings.accept(
          finding(
              process,
              task,
              "The decision gives a %s, but %s is declared as %s."
                  .formatted(type.get(), name, variable.get().describe()),
              "Give the output the variable's type, or declare the variable as the decision's."));
    }
    Set<Object> values = DecisionModel.values(decision);
    values.stream()
        .filter(value -> !variable.get().accepts(value))
        .map(Object::toString)
        .sorted()
        .forEach(
            value ->
                findings.accept(
                    finding(
                        process,
                        task,
                        "The decision can give %s, but %s is declared as %s."
                            .formatted(value, name, variable.get().describe()),
                        "Add the value to the declaration and give it a way, or take it out of the table.")));
  }
}
