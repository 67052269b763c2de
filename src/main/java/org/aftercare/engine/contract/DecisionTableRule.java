package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.w3c.dom.Element;

/** A decision is a table that people can read: labels, and a source per row. */
final class DecisionTableRule extends ModelRule {

  DecisionTableRule() {
    super(
        "decision-table",
        "Whoever answers for a rule must find its figure and source without help.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (DecisionModel model : models.decisions()) {
      for (Decision decision : model.decisions()) {
        DecisionModel.table(decision)
            .ifPresentOrElse(
                table -> check(model, table, findings),
                () ->
                    findings.accept(
                        finding(
                            model.file(),
                            decision.getId(),
                            decision.getName(),
                            "It is not a decision table.",
                            "Write it as a table.")));
      }
      model.xml().forEach(element -> check(model, element, findings));
    }
  }

  private void check(DecisionModel model, DecisionTable table, Consumer<Finding> findings) {
    for (Input input : table.getInputs()) {
      requireLabel(model, input, input.getLabel(), findings);
    }
    for (Output output : table.getOutputs()) {
      requireLabel(model, output, output.getLabel(), findings);
    }
    for (Rule rule : table.getRules()) {
      if (rule.getDescription() == null || rule.getDescription().getTextContent().isBlank()) {
        findings.accept(
            finding(
                model.file(),
                rule.getId(),
                "",
                "The row names no source.",
                "Write the law and article, or \"Default\", and from when it is valid, as its annotation."));
      }
    }
  }

  private void requireLabel(
      DecisionModel model, DmnElement column, String label, Consumer<Finding> findings) {
    if (label == null || label.isBlank()) {
      findings.accept(
          finding(
              model.file(),
              column.getId(),
              "",
              "The column has no label.",
              "Label it in words that the business uses."));
    }
  }

  private void check(DecisionModel model, Element element, Consumer<Finding> findings) {
    String language = element.getAttribute("expressionLanguage");
    if (!language.isEmpty() && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
      Element owner = XmlTree.withId(element);
      findings.accept(
          finding(
              model.file(),
              owner.getAttribute("id"),
              owner.getAttribute("name"),
              "It is written in %s.".formatted(language),
              "Write it in FEEL."));
    }
  }
}
