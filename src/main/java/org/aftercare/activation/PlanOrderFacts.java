package org.aftercare.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aftercare.activation.PlanOrder.Offer;
import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.Facts;
import org.aftercare.notifications.FactType;

/** What the Case tab shows of an order of a plan; one for each of the two flows. */
class PlanOrderFacts implements CaseFacts {

  private static final String LABEL = "activation.fact.";

  private final String flow;
  private final PlanOrders orders;

  PlanOrderFacts(String flow, PlanOrders orders) {
    this.flow = flow;
    this.orders = orders;
  }

  @Override
  public String flow() {
    return flow;
  }

  @Override
  public List<Fact> of(String caseNumber) {
    PlanOrder order = orders.require(caseNumber);
    Offer offer = order.offer();
    List<Fact> facts = new ArrayList<>();
    add(facts, "plan", FactType.TEXT, order.plan());
    add(facts, "plan-code", FactType.TEXT, order.planCode());
    add(
        facts,
        "monthly-price",
        FactType.AMOUNT,
        offer == null ? null : Facts.amount(offer.monthlyPrice()));
    add(facts, "starts-on", FactType.DATE, order.startsOn());
    add(facts, "subscription", FactType.TEXT, order.subscriptionId());
    add(facts, "country", FactType.COUNTRY, order.country());
    if (order.blocked()) {
      add(facts, "blocked", FactType.CODE, "YES");
    }
    orders
        .effects(caseNumber)
        .forEach(
            effect ->
                add(
                    facts,
                    effect.part().name().toLowerCase(Locale.ROOT),
                    FactType.CODE,
                    effect.state()));
    add(facts, "given-up", FactType.CODE, order.givenUp());
    return facts;
  }

  private static void add(List<Fact> facts, String label, FactType type, Object found) {
    if (found != null) {
      facts.add(new Fact(LABEL + label, type, found.toString()));
    }
  }
}
