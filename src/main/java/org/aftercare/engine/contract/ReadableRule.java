package org.aftercare.engine.contract;

import java.util.function.Consumer;

/** Every file is a model of the kind that its name says. */
final class ReadableRule extends ModelRule {

  static final String ID = "readable";
  static final String REASON = "What cannot be read can neither be checked nor run.";

  ReadableRule() {
    super(ID, REASON);
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (ModelSet.Unreadable unreadable : models.unreadable()) {
      findings.accept(
          finding(
              unreadable.file(),
              "",
              "",
              "The file is no model: " + unreadable.problem(),
              "Save it with Camunda Modeler as .bpmn, .dmn or .form."));
    }
  }
}
