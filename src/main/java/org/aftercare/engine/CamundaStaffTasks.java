package org.aftercare.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the engine as that person, so that its authorizations decide. */
@Component
class CamundaStaffTasks implements StaffTasks {

  private final IdentityService identity;
  private final TaskService tasks;
  private final RuntimeService runtime;

  CamundaStaffTasks(IdentityService identity, TaskService tasks, RuntimeService runtime) {
    this.identity = identity;
    this.tasks = tasks;
    this.runtime = runtime;
  }

  @Override
  public Optional<String> caseOf(String taskId, String userId, Set<String> groups) {
    Authentication before = identity.getCurrentAuthentication();
    try {
      identity.setAuthentication(userId, List.copyOf(groups));
      Optional<Task> readable =
          Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult());
      // The task's reader need not have a right to its process: the number is asked for as nobody.
      identity.clearAuthentication();
      return readable.flatMap(this::caseOf);
    } finally {
      identity.setAuthentication(before);
    }
  }

  @Override
  public Optional<String> instruction(String taskId) {
    Authentication before = identity.getCurrentAuthentication();
    try {
      identity.clearAuthentication();
      return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
          .map(Task::getDescription);
    } finally {
      identity.setAuthentication(before);
    }
  }

  /** A task outside any process, such as one about an incident, names its case itself. */
  private Optional<String> caseOf(Task task) {
    return task.getProcessInstanceId() == null
        ? Optional.ofNullable((String) tasks.getVariableLocal(task.getId(), TaskCase.CASE_NUMBER))
        : businessKey(task.getProcessInstanceId());
  }

  private Optional<String> businessKey(String processInstanceId) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult())
        .map(ProcessInstance::getBusinessKey);
  }
}
