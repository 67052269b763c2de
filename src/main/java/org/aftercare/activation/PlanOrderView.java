package org.aftercare.activation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aftercare.activation.Effect.Part;
import org.aftercare.activation.PlanOrder.Offer;
import org.aftercare.cases.ServiceCase;

/**
 * An order of a plan as its customer and staff see it.
 *
 * @param outcome how it ended, or {@code null} while it runs
 * @param planName what customers know the plan by, or {@code null} until it has been looked up
 * @param monthlyPrice with tax, or {@code null} until it has been looked up
 * @param currency ISO 4217, or {@code null} until it has been looked up
 * @param replaces the subscription that an upgrade replaces, or {@code null}
 * @param parts what has become of each part so far, in the order in which they ended; what
 *     accounting does is staff's alone
 */
record PlanOrderView(
    String caseNumber,
    String customerId,
    ServiceCase.Status status,
    String outcome,
    String planCode,
    String planName,
    BigDecimal monthlyPrice,
    String currency,
    LocalDate startsOn,
    String replaces,
    List<PartView> parts) {

  /**
   * @param customer whether a customer reads it
   */
  static PlanOrderView of(ServiceCase of, PlanOrder order, List<Effect> effects, boolean customer) {
    Offer offer = order.offer();
    return new PlanOrderView(
        of.caseNumber(),
        of.customerId(),
        of.status(),
        of.outcome(),
        order.planCode(),
        offer == null ? null : offer.name(),
        offer == null ? null : offer.monthlyPrice().amount(),
        offer == null ? null : offer.monthlyPrice().currency(),
        order.startsOn(),
        order.subscriptionId(),
        effects.stream()
            .filter(effect -> !customer || effect.part() != Part.REVENUE)
            .map(effect -> new PartView(effect.part(), effect.state(), effect.reference()))
            .toList());
  }

  /**
   * @param reference the number that the part has where it was made, or {@code null}
   */
  record PartView(Part part, Effect.State state, String reference) {}
}
