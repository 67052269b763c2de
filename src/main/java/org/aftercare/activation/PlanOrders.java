package org.aftercare.activation;

import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** The orders of plans and what became of their parts. Every write joins the transaction. */
@DataSource(name = "Orders of plans", owner = StaffGroup.CONTRACTS, kept = DataSource.WITH_THE_CASE)
interface PlanOrders {

  void add(PlanOrder order);

  void change(PlanOrder order);

  Optional<PlanOrder> find(String caseNumber);

  default PlanOrder require(String caseNumber) {
    return find(caseNumber)
        .orElseThrow(() -> new IllegalStateException("No order of a plan: " + caseNumber));
  }

  /**
   * The order as it stands, which nobody else changes before the transaction ends. Whoever ends an
   * order and whoever gives it up come one after the other.
   */
  PlanOrder lock(String caseNumber);

  /** Whether parts of an order that is still wanted are to be done, or being done. */
  default boolean isUnderWay(String caseNumber) {
    return require(caseNumber).givenUp() == null
        && effects(caseNumber).size() < Effect.Part.values().length;
  }

  /**
   * Lets a case have the only open order of a service for its customer.
   *
   * @return {@code false} if another case has it
   */
  boolean take(String customerId, String service, String caseNumber);

  /** The case wants nothing of it any more: the service may be ordered again. */
  void release(String caseNumber);

  /** Adds what became of a part, or changes it. */
  void keep(Effect effect);

  /** By ordinal. */
  List<Effect> effects(String caseNumber);
}
