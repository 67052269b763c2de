package org.aftercare.engine;

import java.util.Set;

/** The open tasks of a case, in all its process instances. */
public interface CaseTasks {

  /** The groups whose members may take one of the case's open tasks. */
  Set<String> teams(String caseNumber);

  /**
   * Moves every open task of the case up, in the caller's transaction; one that stands higher stays
   * where it is.
   *
   * @param atLeast the priority, 50 being usual
   */
  void raisePriority(String caseNumber, int atLeast);
}
