package org.aftercare.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds a case's tasks by the business key that all its process instances share. */
@Component
class CamundaCaseTasks implements CaseTasks {

  private final TaskService tasks;

  CamundaCaseTasks(TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public Set<String> teams(String caseNumber) {
    return open(caseNumber).stream()
        .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(group -> group != null)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void raisePriority(String caseNumber, int atLeast) {
    open(caseNumber).stream()
        .filter(task -> task.getPriority() < atLeast)
        .forEach(task -> tasks.setPriority(task.getId(), atLeast));
  }

  private List<Task> open(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list();
  }
}
