package org.aftercare.engine.change;

import java.util.List;
import java.util.Optional;

/**
 * What one file would change.
 *
 * @param fileName the file's name
 * @param kind what it holds
 * @param id the id of the process, decision or form; empty, if it cannot be read
 * @param state how it stands to what is deployed
 * @param comparison for a process whose older version can be read, what differs
 * @param running where instances are, over all versions
 * @param migrations what becomes of them, by version; empty, if there are none, or if the
 *     deployment would be refused
 * @param referrers the ids of the deployed processes that refer to it
 */
public record TriedModel(
    String fileName,
    Kind kind,
    String id,
    State state,
    Optional<Comparison> comparison,
    List<RunningAt> running,
    List<MigrationProposal> migrations,
    List<String> referrers) {

  /** What a file holds. */
  public enum Kind {
    PROCESS,
    DECISION,
    FORM,
    OTHER
  }

  /** How a file stands to what is deployed. */
  public enum State {
    /** There is none of this id yet. */
    NEW,
    /** It would become a new version. */
    CHANGED,
    /** It is the newest version, byte by byte, and would not be deployed. */
    UNCHANGED,
    /** Nobody knows what it is. */
    UNREADABLE
  }

  public TriedModel {
    running = List.copyOf(running);
    migrations = List.copyOf(migrations);
    referrers = List.copyOf(referrers);
  }

  TriedModel with(List<MigrationProposal> proposals) {
    return new TriedModel(fileName, kind, id, state, comparison, running, proposals, referrers);
  }

  /** How many instances are at the element, over all versions. */
  public long runningAt(String elementId) {
    return running.stream()
        .filter(at -> at.elementId().equals(elementId))
        .mapToLong(RunningAt::all)
        .sum();
  }

  /** How the element is changed; empty, if it is not. */
  public Optional<ElementChange> changeOf(String elementId) {
    return comparison.stream()
        .flatMap(found -> found.changes().stream())
        .filter(change -> change.elementId().equals(elementId))
        .findFirst();
  }
}
