package org.aftercare.activation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aftercare.activation.PlanOrder.GivenUp;
import org.aftercare.cases.CaseFlow;
import org.aftercare.cases.Facts;

/** What cases need to know of orders of plans; one for each of the two flows. */
class PlanOrderFlow implements CaseFlow {

  private final String flow;
  private final PlanOrders orders;

  PlanOrderFlow(String flow, PlanOrders orders) {
    this.flow = flow;
    this.orders = orders;
  }

  @Override
  public String flow() {
    return flow;
  }

  @Override
  public Map<String, String> facts(String caseNumber) {
    PlanOrder order = orders.require(caseNumber);
    Map<String, String> facts = new HashMap<>();
    facts.put("plan", order.plan());
    facts.put("ordered", order.kind().name());
    facts.put("startsOn", order.startsOn().toString());
    order.found().ifPresent(offer -> facts.put("monthlyPrice", Facts.amount(offer.monthlyPrice())));
    return facts;
  }

  @Override
  public Optional<String> subject(String caseNumber) {
    return orders.find(caseNumber).map(PlanOrder::plan);
  }

  /** Until every part has ended: from then on the service runs, or is being taken back. */
  @Override
  public boolean mayCancel(String caseNumber) {
    return orders.isUnderWay(caseNumber);
  }

  /**
   * The last part may end before the process hears of it: the order is given up at once. Whoever
   * cancels once more has been heard.
   */
  @Override
  public boolean cancel(String caseNumber) {
    PlanOrder order = orders.lock(caseNumber);
    if (order.givenUp() == GivenUp.CANCELLED) {
      return true;
    }
    if (!orders.isUnderWay(caseNumber)) {
      return false;
    }
    orders.change(order.givenUp(GivenUp.CANCELLED));
    return true;
  }
}
