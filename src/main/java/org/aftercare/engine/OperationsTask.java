package org.aftercare.engine;

import java.util.Arrays;
import java.util.Optional;

/** The tasks that belong to no process: code makes them, so no model gives them a form. */
public enum OperationsTask {
  /** A step has stopped; completing the task has it run again. */
  INCIDENT(IncidentTasks.ID_PREFIX),
  /** A message does not get through; completing the task has it tried again. */
  MESSAGE(MessageTasks.ID_PREFIX),
  /** The customer of a closed case wants to talk to a person. */
  HUMAN(CamundaClosedCaseTasks.ID_PREFIX);

  private final String idPrefix;

  OperationsTask(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  /** Of which kind a task is, by its id; empty for a task of a process. */
  public static Optional<OperationsTask> of(String taskId) {
    return Arrays.stream(values()).filter(kind -> taskId.startsWith(kind.idPrefix)).findFirst();
  }
}
