package org.aftercare.engine.change;

/**
 * How far a move has come.
 *
 * @param batchId the engine's id of the batch that does it
 * @param cases how many cases are to be moved
 * @param moved how many have been
 * @param failed how many the engine could not move in several attempts; Cockpit says why
 */
public record MoveProgress(String batchId, int cases, int moved, int failed) {

  /** Whether nothing more happens by itself. */
  public boolean isOver() {
    return moved + failed >= cases;
  }
}
