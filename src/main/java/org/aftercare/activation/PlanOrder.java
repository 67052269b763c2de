package org.aftercare.activation;

import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.systems.Money;

/**
 * A customer's order of a plan: a new service, or more of one that the customer has.
 *
 * @param country where it is sold, ISO 3166 alpha-2
 * @param startsOn the first day of the service, as the customer wishes it or, if that day has
 *     passed by then, the day of the decision
 * @param subscriptionId what an upgrade replaces; {@code null} for a new service
 * @param offer what the plan is and costs, once looked up, or else {@code null}: also if it is not
 *     sold there
 * @param blocked whether billing wants a person to look at it first, as last looked up
 * @param givenUp why it is not to be carried out any more, or {@code null}
 */
record PlanOrder(
    String caseNumber,
    Kind kind,
    String customerId,
    String country,
    String planCode,
    LocalDate startsOn,
    String subscriptionId,
    Offer offer,
    boolean blocked,
    GivenUp givenUp) {

  Optional<Offer> found() {
    return Optional.ofNullable(offer);
  }

  /**
   * @throws IllegalStateException if the plan has not been found: steps that need it come later
   */
  Offer requireOffer() {
    return found()
        .orElseThrow(
            () -> new IllegalStateException("The plan of case " + caseNumber + " is unknown."));
  }

  PlanOrder lookedUp(Offer found, LocalDate firstDay, boolean isBlocked) {
    return new PlanOrder(
        caseNumber,
        kind,
        customerId,
        country,
        planCode,
        firstDay,
        subscriptionId,
        found,
        isBlocked,
        givenUp);
  }

  PlanOrder givenUp(GivenUp reason) {
    return new PlanOrder(
        caseNumber,
        kind,
        customerId,
        country,
        planCode,
        startsOn,
        subscriptionId,
        offer,
        blocked,
        reason);
  }

  /** The plan's name, or its code while nothing is known of it. */
  String plan() {
    return found().map(Offer::name).orElse(planCode);
  }

  enum Kind {
    ACTIVATION,
    UPGRADE
  }

  /** Why an order is not carried out any more. */
  enum GivenUp {
    /** The customer took it back. */
    CANCELLED,
    /** A person took the case over and closed it. */
    CLOSED_BY_PERSON,
    /** A part could not be done for so long that operations, or the time, ended it. */
    NOT_DONE
  }

  /**
   * @param service what plans of the same service have in common
   * @param monthlyPrice with tax
   */
  record Offer(String name, String service, Money monthlyPrice) {}
}
