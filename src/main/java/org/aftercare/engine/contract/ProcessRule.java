package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.w3c.dom.Element;

/** A rule that each process keeps by itself. */
abstract class ProcessRule extends ModelRule {

  ProcessRule(String id, String reason) {
    super(id, reason);
  }

  @Override
  final void check(ModelSet models, Consumer<Finding> findings) {
    for (ProcessModel process : models.processes()) {
      try {
        check(process, models, findings);
      } catch (RuntimeException | StackOverflowError e) {
        findings.accept(unjudged(process.file().path(), e));
      }
    }
  }

  abstract void check(ProcessModel process, ModelSet models, Consumer<Finding> findings);

  final Finding finding(ProcessModel process, BaseElement element, String problem, String remedy) {
    return finding(
        process.file(), element.getId(), element.getAttributeValue("name"), problem, remedy);
  }

  final Finding finding(ProcessModel process, Element xml, String problem, String remedy) {
    Element owner = XmlTree.withId(xml);
    return finding(
        process.file(), owner.getAttribute("id"), owner.getAttribute("name"), problem, remedy);
  }
}
