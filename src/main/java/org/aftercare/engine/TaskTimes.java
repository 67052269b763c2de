package org.aftercare.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Open tasks whose time runs out: at three quarters of it, and when it is over, each is to be told
 * once. Every method joins the caller's transaction.
 */
public interface TaskTimes {

  /**
   * Takes the task that has waited longest and that no other node is at, and holds it until the
   * transaction ends.
   *
   * @return empty if nothing is to be told now
   */
  Optional<Reached> next();

  /** It has been told. */
  void told(Reached task);

  /** Lets others pass before a task of which nobody could be told. */
  void postpone(Reached task, Duration by);

  /**
   * @param definitionKey the task's element id, or {@code null} for one outside any process
   * @param name as the task list shows it
   * @param caseNumber the case that it belongs to, or {@code null}
   * @param groups whose members may take it
   * @param over whether its due date has passed
   */
  record Reached(
      String taskId,
      String definitionKey,
      String name,
      String caseNumber,
      Set<String> groups,
      Instant madeAt,
      Instant dueAt,
      boolean over) {

    public Reached {
      groups = Set.copyOf(groups);
    }
  }
}
