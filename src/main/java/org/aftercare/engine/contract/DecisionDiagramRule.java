package org.aftercare.engine.contract;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Every decision is drawn. */
final class DecisionDiagramRule extends ModelRule {

  DecisionDiagramRule() {
    super(
        "decision-diagram",
        "Without diagram information Camunda Modeler cannot open what it shows.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (DecisionModel model : models.decisions()) {
      Set<String> drawn = new HashSet<>();
      model
          .xml()
          .forEach(
              element -> {
                if (element.getLocalName().equals("DMNShape")) {
                  drawn.add(element.getAttribute("dmnElementRef"));
                }
              });
      for (Decision decision : model.decisions()) {
        if (!drawn.contains(decision.getId())) {
          findings.accept(
              finding(
                  model.file(),
                  decision.getId(),
                  decision.getName(),
                  "It is not drawn.",
                  "Open the file in Camunda Modeler and place it on the diagram."));
        }
      }
    }
  }
}
