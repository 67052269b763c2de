package org.aftercare.outage;

import java.time.Instant;

/**
 * A service that many customers have has failed.
 *
 * @param number such as {@code O-7K3M-2QPX}
 * @param cause as far as it is known
 * @param origin who noticed it first
 * @param startedAt when the service failed
 * @param expectedEndAt when it is thought to work again, or {@code null} if nobody knows
 * @param endedAt when it worked again, or {@code null}
 * @param reportedBy the user id of whoever reported it
 * @param affected customers who have the service there, as far as they have been found
 * @param told customers who have been told of it
 * @param contacts affected customers who opened a case while it lasted, after they were told
 * @param news how many rounds of messages there have been
 * @param closedAt when there was nothing more to tell, or {@code null}
 */
record Outage(
    String number,
    Place place,
    Cause cause,
    Origin origin,
    Instant startedAt,
    Instant expectedEndAt,
    Instant endedAt,
    State state,
    String reportedBy,
    Instant reportedAt,
    int affected,
    int told,
    int contacts,
    int news,
    Instant closedAt) {

  enum Cause {
    POWER_FAILURE,
    CABLE_DAMAGE,
    EQUIPMENT,
    SOFTWARE,
    WEATHER,
    PLANNED_WORK,
    UNKNOWN
  }

  enum Origin {
    /** By our own surveillance. */
    DETECTED,
    /** By people. */
    REPORTED
  }

  enum State {
    /** The service does not work, as far as anybody knows. */
    OPEN,
    /** It works again. */
    ENDED,
    /** There was none, or not there: who was told of it has been told so. */
    WITHDRAWN,
    /** Nobody was to be told, or nobody is affected: there is nothing to go on with. */
    UNTOLD
  }

  /**
   * Where a service is had.
   *
   * @param service a code of the customer register, for example {@code BROADBAND}
   * @param country ISO 3166 alpha-2
   * @param area the beginning of the postal codes without blanks, or {@code null} for the whole
   *     country
   */
  record Place(String service, String country, String area) {}
}
