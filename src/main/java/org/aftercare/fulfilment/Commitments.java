package org.aftercare.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;
import org.aftercare.fulfilment.Commitment.Kind;

/** The commitments of all cases. Every write joins the caller's transaction. */
@DataSource(
    name = "What a case has under way",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.WITH_THE_CASE)
public interface Commitments {

  /** Keeps a new commitment under the next ordinal of its kind. */
  Commitment add(Commitment made);

  /**
   * Keeps the dates and times that a commitment has got. Its state and whether it has left are
   * others' to change, perhaps at the same moment.
   */
  void reschedule(Commitment changed);

  /** It was used, or its time has passed. One that does not stand stays as it is. */
  void markDone(Commitment made);

  /**
   * It is cancelled, unless what it carries has left.
   *
   * @return whether it is taken back now
   */
  boolean takeBack(Commitment made);

  /**
   * What a transport carries is not where it was fetched any more. The first time counts.
   *
   * @return whether this was the first time
   */
  boolean leave(Commitment transport, Instant at);

  /**
   * A transport that was taken back goes on all the same.
   *
   * @return whether it was taken back
   */
  boolean standAgain(Commitment transport);

  /** All that the case ever had, oldest first. */
  List<Commitment> of(String caseNumber);

  /** Those of some kinds that still stand, oldest first. */
  default List<Commitment> standing(String caseNumber, Set<Kind> kinds) {
    return of(caseNumber).stream()
        .filter(Commitment::stands)
        .filter(commitment -> kinds.contains(commitment.kind()))
        .toList();
  }

  /** The newest of its kind that still stands. */
  default Optional<Commitment> latest(String caseNumber, Kind kind) {
    return standing(caseNumber, Set.of(kind)).stream().reduce((earlier, later) -> later);
  }
}
