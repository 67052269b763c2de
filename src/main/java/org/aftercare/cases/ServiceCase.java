package org.aftercare.cases;

import java.time.Instant;

/**
 * A customer's matter.
 *
 * @param caseNumber such as {@code W-7K3M-2QPX}: not guessable, easy to read aloud
 * @param flow the process that runs it, for example {@code warranty-claim}
 * @param country ISO 3166 alpha-2; decides calendar and law
 * @param outcome how it ended, a code of the flow, or {@code null} while it runs
 * @param closedAt when it ended, or {@code null} while it runs
 */
public record ServiceCase(
    String caseNumber,
    String flow,
    String customerId,
    String country,
    Channel channel,
    Status status,
    String outcome,
    Instant openedAt,
    Instant closedAt) {

  /** How the case came in. */
  public enum Channel {
    API,
    MY_PAGE,
    PHONE,
    EMAIL,
    CHAT
  }

  /** Where it stands, as a customer understands it. */
  public enum Status {
    OPEN,
    /** The customer's answer is awaited; deadlines are paused. */
    WAITING_FOR_CUSTOMER,
    /** A person has taken it over from the automation. */
    WITH_PERSON,
    CLOSED,
    CANCELLED
  }
}
