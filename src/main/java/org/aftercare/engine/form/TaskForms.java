package org.aftercare.engine.form;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/** The forms of tasks as they are deployed. A deployed version never changes, so it is kept. */
final class TaskForms {

  private final Map<String, TaskForm> read = new ConcurrentHashMap<>();

  /** The form that Tasklist shows for the task; empty if the task has none of Camunda's forms. */
  Optional<TaskForm> of(TaskEntity task) {
    if (task.getProcessDefinition() == null) {
      return Optional.empty();
    }
    task.initializeFormKey();
    CamundaFormRef reference = task.getCamundaFormRef();
    if (reference == null) {
      return Optional.empty();
    }
    CommandContext command = Context.getCommandContext();
    CamundaFormDefinition form =
        new GetCamundaFormDefinitionCmd(reference, task.getProcessDefinition().getDeploymentId())
            .execute(command);
    return Optional.ofNullable(form)
        .map(found -> read.computeIfAbsent(found.getId(), id -> read(command, found)));
  }

  private static TaskForm read(CommandContext command, CamundaFormDefinition form) {
    return TaskForm.read(
        command
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                form.getDeploymentId(), form.getResourceName())
            .getBytes());
  }
}
