package org.aftercare.engine.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A user task has all that Tasklist shows and sorts by. */
final class UserTaskRule extends ProcessRule {

  UserTaskRule() {
    super(
        "user-task",
        "A person must see what to do, whose task it is, until when, and what is first.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (UserTask task : process.all(UserTask.class)) {
      Map<String, String> needed = new LinkedHashMap<>();
      needed.put("form", task.getCamundaFormRef());
      needed.put("candidate group", task.getCamundaCandidateGroups());
      needed.put("due date", task.getCamundaDueDate());
      needed.put("priority", task.getCamundaPriority());
      needed.forEach(
          (what, setting) -> {
            if (setting == null || setting.isBlank()) {
              findings.accept(
                  finding(
                      process,
                      task,
                      "It has no %s.".formatted(what),
                      "Set its %s.".formatted(what)));
            }
          });
      if (task.getCamundaAssignee() != null) {
        findings.accept(
            finding(
                process,
                task,
                "It is assigned to one person.",
                "Give it to a group; people come and go."));
      }
    }
  }
}
