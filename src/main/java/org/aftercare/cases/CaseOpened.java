package org.aftercare.cases;

import java.time.Instant;

/** A case was opened. Published in the transaction that opens it; listen after its commit. */
public record CaseOpened(
    String caseNumber,
    String flow,
    String customerId,
    String country,
    ServiceCase.Channel channel,
    Instant openedAt) {}
