package org.aftercare.engine.flowmap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What decision tables ask for and say. */
final class Tables {

  private Tables() {}

  /**
   * What the process must know, for the decision and those that it requires, with the type that the
   * table gives it; an empty one if it gives none.
   */
  static Map<String, String> asks(FlowModels models, String decisionId) {
    Map<String, String> asks = new LinkedHashMap<>();
    models
        .decision(decisionId)
        .map(found -> found.model().<Decision>getModelElementById(decisionId))
        .ifPresent(decision -> collect(decision, asks, new HashSet<>()));
    return asks;
  }

  private static void collect(Decision decision, Map<String, String> asks, Set<String> seen) {
    if (decision == null || !seen.add(decision.getId())) {
      return;
    }
    Set<String> decided = new HashSet<>();
    for (InformationRequirement requirement : decision.getInformationRequirements()) {
      Decision required = requirement.getRequiredDecision();
      if (required != null && required.getExpression() instanceof DecisionTable table) {
        table.getOutputs().stream().map(Output::getName).forEach(decided::add);
        collect(required, asks, seen);
      }
    }
    if (decision.getExpression() instanceof DecisionTable table) {
      for (Input input : table.getInputs()) {
        if (input.getInputExpression() != null && input.getInputExpression().getText() != null) {
          Expressions.names(input.getInputExpression().getText().getTextContent()).stream()
              .filter(name -> !decided.contains(name))
              .forEach(name -> asks.putIfAbsent(name, type(input.getInputExpression())));
        }
      }
    }
  }

  private static String type(InputExpression expression) {
    return expression.getTypeRef() == null ? "" : expression.getTypeRef();
  }

  /** What the decision can say, without the quotes of its texts. */
  static List<String> says(FlowModels models, String decisionId) {
    Set<String> says = new LinkedHashSet<>();
    models
        .decision(decisionId)
        .map(found -> found.model().<Decision>getModelElementById(decisionId))
        .filter(decision -> decision.getExpression() instanceof DecisionTable)
        .map(decision -> (DecisionTable) decision.getExpression())
        .ifPresent(
            table -> {
              for (Rule rule : table.getRules()) {
                rule.getOutputEntries().stream()
                    .limit(1)
                    .map(OutputEntry::getTextContent)
                    .filter(Objects::nonNull)
                    .map(text -> text.strip().replace("\"", ""))
                    .forEach(says::add);
              }
            });
    return new ArrayList<>(says);
  }
}
