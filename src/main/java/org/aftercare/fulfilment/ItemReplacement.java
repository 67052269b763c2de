package org.aftercare.fulfilment;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.aftercare.cases.CaseItems;
import org.aftercare.cases.Cases;
import org.aftercare.cases.Facts;
import org.aftercare.cases.RefundDue;
import org.aftercare.cases.ServiceItem;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Billing;
import org.aftercare.systems.Billing.Refund;
import org.aftercare.systems.Billing.RefundRequest;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Replacement;
import org.aftercare.systems.Orders.ReplacementRequest;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Reply;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the customer another item, or the money back. */
@Service
public class ItemReplacement {

  private final CaseItems items;
  private final Commitments commitments;
  private final Orders orders;
  private final Billing billing;
  private final RemoteSteps remote;
  private final Cases cases;
  private final Clock clock;

  public ItemReplacement(
      CaseItems items,
      Commitments commitments,
      Orders orders,
      Billing billing,
      RemoteSteps remote,
      Cases cases,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.orders = orders;
    this.billing = billing;
    this.remote = remote;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Orders the same product once more; an earlier replacement of the case was lost.
   *
   * @return {@code false} if it is sold out
   */
  @Transactional
  public boolean order(StepKey step, String caseNumber) {
    ServiceItem item = items.of(caseNumber);
    ReplacementRequest request =
        new ReplacementRequest(caseNumber, item.orderNumber(), item.sku(), item.serialNumber());
    Reply<Replacement> reply =
        remote.once(
            step,
            Replacement.class,
            key -> orders.orderReplacement(key, request),
            orders::findReplacement);
    commitments.standing(caseNumber, Set.of(Kind.REPLACEMENT)).forEach(commitments::markDone);
    return reply.fold(
        replacement -> {
          commitments.add(
              Commitment.of(
                      caseNumber, Kind.REPLACEMENT, replacement.replacementId(), clock.instant())
                  .withDetail(replacement.serialNumber())
                  .worth(item.price()));
          cases.record(caseNumber, "warranty.replacement-ordered", Map.of());
          return true;
        },
        refusal -> {
          UnforeseenRefusalException.unless("orders", refusal, "SOLD_OUT");
          commitments.add(
              Commitment.of(caseNumber, Kind.REPLACEMENT, refusal, clock.instant()).refused());
          cases.record(caseNumber, "warranty.sold-out", Map.of());
          return false;
        });
  }

  /** Pays back what the flow has decided, by the means the purchase was paid with. */
  @Transactional
  public RefundResult refund(StepKey step, String caseNumber) {
    RefundDue due = items.refundDue(caseNumber);
    RefundRequest request =
        new RefundRequest(
            caseNumber,
            due.customerId(),
            due.orderNumber(),
            due.serialNumbers(),
            due.amount(),
            due.deliveryCost());
    return remote
        .once(step, Refund.class, key -> billing.refund(key, request), billing::findRefund)
        .fold(
            refund -> {
              notePaid(caseNumber, refund.refundId(), due.amount());
              return RefundResult.REFUNDED;
            },
            refusal -> {
              if (!refusal.equals("NO_ACCOUNT") && !refusal.equals("ALREADY_REFUNDED")) {
                throw new UnforeseenRefusalException("billing", refusal);
              }
              return RefundResult.valueOf(refusal);
            });
  }

  /**
   * A person has paid it another way, as much as was due. Billing does not know of that, so it is
   * for the case to remember: what is paid later comes on top.
   */
  @Transactional
  public void notePaidOtherwise(String caseNumber) {
    notePaid(caseNumber, "PAID_OTHERWISE", items.refundDue(caseNumber).amount());
  }

  private void notePaid(String caseNumber, String reference, Money amount) {
    commitments.add(
        Commitment.of(caseNumber, Kind.REFUND, reference, clock.instant()).worth(amount));
    cases.record(caseNumber, "warranty.paid-back", Map.of("amount", Facts.amount(amount)));
  }

  public enum RefundResult {
    REFUNDED,
    NO_ACCOUNT,
    ALREADY_REFUNDED
  }
}
