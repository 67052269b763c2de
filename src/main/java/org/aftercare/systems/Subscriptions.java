package org.aftercare.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** What the company charges for services month by month, and what it would charge. */
@DataSource(
    name = "Plans and charges",
    system = "Billing",
    owner = StaffGroup.FINANCE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Subscriptions {

  /**
   * What a plan is and costs.
   *
   * @param country ISO 3166 alpha-2
   * @return empty if no such plan is sold there
   */
  Optional<Plan> plan(String planCode, String country);

  /** How a customer stands; empty if billing has never had to do with them. */
  Optional<Standing> standing(String customerId);

  /**
   * Starts charging for a plan.
   *
   * @throws SystemRefusalException {@code NO_PAYMENT_METHOD}: there is no account to charge
   */
  Charge start(String key, ChargeRequest request);

  Optional<Charge> findStarted(String key);

  /** Stops charging as if it had never begun; what it replaced is charged again. */
  StoppedCharge stop(String key, String subscriptionId);

  Optional<StoppedCharge> findStopped(String key);

  /**
   * @param service what plans of the same service have in common, such as {@code care}
   * @param rank among the plans of a service, from 1: a higher one holds more
   * @param monthlyPrice with tax
   */
  record Plan(String planCode, String name, String service, int rank, Money monthlyPrice) {}

  /**
   * @param blocked whether billing wants a person to look before anything is sold on credit
   * @param subscriptions those that run
   */
  record Standing(String customerId, boolean blocked, List<Subscription> subscriptions) {}

  /**
   * @param rank of its plan among the plans of the service
   */
  record Subscription(String subscriptionId, String planCode, String service, int rank) {}

  /**
   * @param replaces the subscription that this one takes over from, or {@code null}
   */
  record ChargeRequest(
      String caseNumber,
      String customerId,
      String planCode,
      Money monthlyPrice,
      LocalDate startsOn,
      String replaces) {}

  record Charge(String subscriptionId) {}

  record StoppedCharge(String stopId) {}
}
