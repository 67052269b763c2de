package org.aftercare.engine.contract;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every form belongs to a user task. */
final class UnusedFormRule extends ModelRule {

  UnusedFormRule() {
    super("unused-form", "A form that no task shows misleads whoever looks for the right one.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    if (!models.isWhole()) {
      return;
    }
    Set<String> used =
        models.processes().stream()
            .flatMap(process -> process.all(UserTask.class).stream())
            .map(UserTask::getCamundaFormRef)
            .filter(form -> form != null)
            .collect(Collectors.toSet());
    for (FormModel form : models.forms()) {
      if (!used.contains(form.id())) {
        findings.accept(
            finding(
                form.file(),
                form.id(),
                "",
                "No user task shows the form.",
                "Use it or delete it."));
      }
    }
  }
}
