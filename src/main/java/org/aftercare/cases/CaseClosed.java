package org.aftercare.cases;

import java.time.Instant;

/**
 * A case came to its end. Published in the transaction that closes it; listen after its commit.
 *
 * @param outcome how it ended, a code of the flow; {@code CANCELLED} if the customer took it back
 */
public record CaseClosed(
    String caseNumber, String flow, String outcome, Instant openedAt, Instant closedAt) {}
