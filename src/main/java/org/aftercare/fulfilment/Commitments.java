package org.aftercare.fulfilment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aftercare.fulfilment.Commitment.Kind;

/** The commitments of all cases. Every write joins the caller's transaction. */
public interface Commitments {

  /** Keeps a new commitment under the next ordinal of its kind. */
  Commitment add(Commitment made);

  /** Replaces what is known of a commitment. */
  void change(Commitment changed);

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
