package org.aftercare.engine;

import java.util.Optional;
import java.util.Set;

/** Tasks as one member of staff may see them. */
public interface StaffTasks {

  /**
   * The number of the case that a task belongs to.
   *
   * @param taskId the engine's task id
   * @param userId who asks
   * @param groups that person's groups
   * @return empty if there is no such open task, or that person may not read it
   */
  Optional<String> caseOf(String taskId, String userId, Set<String> groups);

  /**
   * What is to be done, where the task itself says so, as those about incidents do.
   *
   * @param taskId a task that its reader may read
   */
  Optional<String> instruction(String taskId);
}
