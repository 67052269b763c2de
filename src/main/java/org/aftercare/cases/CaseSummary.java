package org.aftercare.cases;

import java.time.Instant;

/** A case in a list. */
record CaseSummary(
    String caseNumber,
    String flow,
    String customerId,
    ServiceCase.Status status,
    String outcome,
    Instant openedAt,
    Instant closedAt) {

  static CaseSummary of(ServiceCase of) {
    return new CaseSummary(
        of.caseNumber(),
        of.flow(),
        of.customerId(),
        of.status(),
        of.outcome(),
        of.openedAt(),
        of.closedAt());
  }
}
