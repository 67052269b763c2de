package org.aftercare.engine.change;

import java.util.List;

/**
 * What becomes of the cases in one version of a process, if they are to go on in another.
 *
 * @param processId the process's id
 * @param fromVersion the version in which the cases are
 * @param toVersion the version into which they would go
 * @param cases how many there are
 * @param lookedAt how many of them were looked at one by one; fewer, where there are very many
 * @param movable how many of these can move
 * @param unmovable those of these that cannot, with the reason
 * @param planProblems why the engine makes no plan for any of them; empty, if it does
 */
public record MigrationProposal(
    String processId,
    int fromVersion,
    int toVersion,
    long cases,
    int lookedAt,
    int movable,
    List<Unmovable> unmovable,
    List<String> planProblems) {

  public MigrationProposal {
    unmovable = List.copyOf(unmovable);
    planProblems = List.copyOf(planProblems);
  }

  /**
   * A case that stays in its version.
   *
   * @param caseNumber the case's number; the engine's id of the instance, if it has none
   * @param reasons why, in words, each with the step at which the case is
   */
  public record Unmovable(String caseNumber, List<String> reasons) {

    public Unmovable {
      reasons = List.copyOf(reasons);
    }
  }

  /** Whether all cases were looked at. */
  public boolean isWhole() {
    return lookedAt >= cases;
  }
}
