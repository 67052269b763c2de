package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The form of a user task exists. */
final class FormReferenceRule extends ProcessRule {

  FormReferenceRule() {
    super("form-reference", "A task without its form cannot be completed in Tasklist.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (UserTask task : process.all(UserTask.class)) {
      String form = task.getCamundaFormRef();
      if (form == null) {
        continue;
      }
      if (models.form(form).isEmpty()) {
        findings.accept(
            finding(
                process,
                task,
                "There is no form %s.".formatted(form),
                "Name a form, or deploy %s.form with the process.".formatted(form)));
      } else if (!"latest".equals(task.getCamundaFormRefBinding())) {
        findings.accept(
            finding(
                process,
                task,
                "The form is not bound to its latest version.",
                "Set the form's binding to latest: forms are deployed without their processes."));
      }
    }
  }
}
