package org.aftercare.engine.contract;

import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Models hold no code: no scripts, classes, connectors, or jobs for unknown workers. */
final class NoCodeRule extends ProcessRule {

  private static final Set<String> ELEMENTS =
      Set.of("scriptTask", "script", "connector", "connectorId", "conditionalEventDefinition");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "expression",
          "type",
          "topic",
          "resource",
          "scriptFormat",
          "variableMappingClass");
  private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");

  NoCodeRule() {
    super(
        "no-code",
        "Code in a model is tested by nobody and runs with the engine's rights; delegates are tested.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    process.xml().forEach(element -> check(process, element, findings));
  }

  private void check(ProcessModel process, Element element, Consumer<Finding> findings) {
    if (ELEMENTS.contains(element.getLocalName())) {
      report(process, element, "<" + element.getLocalName() + ">", findings);
    }
    for (Attr attribute : XmlTree.attributes(element)) {
      String name = attribute.getLocalName();
      boolean camunda =
          BpmnModelConstants.CAMUNDA_NS.equals(attribute.getNamespaceURI())
              || attribute.getNamespaceURI() == null
                  && BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI());
      boolean listenerExpression =
          LISTENERS.contains(element.getLocalName()) && name.equals("expression");
      if (camunda && ATTRIBUTES.contains(name) && !listenerExpression) {
        report(process, element, "camunda:" + name, findings);
      }
    }
    if (element.hasAttribute("language") && element.getLocalName().equals("conditionExpression")) {
      report(process, element, "a condition in " + element.getAttribute("language"), findings);
    }
  }

  private void report(
      ProcessModel process, Element element, String what, Consumer<Finding> findings) {
    findings.accept(
        finding(
            process,
            element,
            "It holds %s.".formatted(what),
            "Move what it does into a delegate bean and name that bean."));
  }
}
