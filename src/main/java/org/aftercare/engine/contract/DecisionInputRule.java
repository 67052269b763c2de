package org.aftercare.engine.contract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;

/** What a decision asks for, the process that asks the decision knows. */
final class DecisionInputRule extends ProcessRule {

  /** A name in FEEL that is no function; texts are taken out before. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?!\\w|\\s*\\()");

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  private static final Set<String> WORDS =
      Set.of(
          "if",
          "then",
          "else",
          "null",
          "true",
          "false",
          "and",
          "or",
          "not",
          "in",
          "between",
          "instance",
          "of",
          "for",
          "return",
          "some",
          "every",
          "satisfies");

  DecisionInputRule() {
    super(
        "decision-input",
        "A decision that asks for what the process does not know decides without it, or fails.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (BusinessRuleTask task : process.all(BusinessRuleTask.class)) {
      // DecisionReferenceRule reports a decision that is missing.
      Optional.ofNullable(task.getCamundaDecisionRef())
          .flatMap(models::decision)
          .ifPresent(
              decision ->
                  check(process, task, decision, findings, new HashSet<>(), new HashSet<>()));
    }
  }

  private void check(
      ProcessModel process,
      BusinessRuleTask task,
      Decision decision,
      Consumer<Finding> findings,
      Set<String> visited,
      Set<String> reported) {
    Optional<DecisionTable> table = DecisionModel.table(decision);
    if (!visited.add(decision.getId()) || table.isEmpty()) {
      return;
    }
    Set<String> decided = new HashSet<>();
    for (InformationRequirement requirement : decision.getInformationRequirements()) {
      Decision required = requirement.getRequiredDecision();
      if (required != null) {
        DecisionModel.table(required).stream()
            .flatMap(other -> other.getOutputs().stream())
            .map(Output::getName)
            .forEach(decided::add);
        check(process, task, required, findings, visited, reported);
      }
    }
    for (Input input : table.get().getInputs()) {
      InputExpression expression = input.getInputExpression();
      if (expression != null && expression.getText() != null) {
        check(process, task, decision, expression, decided, findings, reported);
      }
    }
  }

  private void check(
      ProcessModel process,
      BusinessRuleTask task,
      Decision decision,
      InputExpression expression,
      Set<String> decided,
      Consumer<Finding> findings,
      Set<String> reported) {
    String text = TEXT.matcher(expression.getText().getTextContent()).replaceAll("").strip();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = names.group();
      if (WORDS.contains(name) || decided.contains(name) || !reported.add(name)) {
        continue;
      }
      Optional<DeclaredVariable> variable = process.variable(name);
      if (variable.isEmpty()) {
        findings.accept(
            finding(
                process,
                task,
                "The decision %s asks for %s, which the process does not declare."
                    .formatted(decision.getId(), name),
                "Declare it as the process's extension property variable.%s and set it before, or take the column out of the table."
                    .formatted(name)));
      } else if (text.equals(name)
          && expression.getTypeRef() != null
          && !variable.get().holds(expression.getTypeRef())) {
        findings.accept(
            finding(
                process,
                task,
                "The decision %s asks for %s as %s, but it is declared as %s."
                    .formatted(
                        decision.getId(), name, expression.getTypeRef(), variable.get().describe()),
                "Give the column the variable's type."));
      }
    }
  }
}
