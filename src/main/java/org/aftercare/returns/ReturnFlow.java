package org.aftercare.returns;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.CaseFlow;
import org.aftercare.cases.Facts;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitment.State;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Terms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What cases need to know of product returns. */
@Component
class ReturnFlow implements CaseFlow {

  /** From here on, taking a case back would leave goods or money somewhere on the way. */
  private static final Set<Kind> GONE_OUT = EnumSet.of(Kind.DELIVERY, Kind.REFUND);

  /** Of these, nothing came that anybody could say something of. */
  private static final Set<String> NEVER_BEGUN = Set.of("LAPSED", "DUPLICATE", "NO_ORDER");

  private static final String CANCELLED = "CANCELLED";

  private final Returns returns;
  private final Commitments commitments;
  private final ReturnProperties properties;

  ReturnFlow(Returns returns, Commitments commitments, ReturnProperties properties) {
    this.returns = returns;
    this.commitments = commitments;
    this.properties = properties;
  }

  @Override
  public String flow() {
    return ReturnProcess.KEY;
  }

  @Override
  public Map<String, String> facts(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    Map<String, String> facts = new HashMap<>();
    facts.put("country", of.country());
    facts.put("orderNumber", of.orderNumber());
    facts.put("wish", of.declaration().wish().name());
    facts.put("sendingPaidBy", properties.sendingPaidBy().name());
    // A code that the bundles put into words, so that a wording may always name the product.
    facts.put("product", product(of).orElse("UNKNOWN"));
    if (of.declaration().confirmed()) {
      facts.put("noticeAt", of.declaration().noticeAt().toString());
    }
    if (of.terms() != null) {
      put(facts, of.terms());
      put(facts, of.refund() == null ? of.sumFor(of.itemsBack(), 0) : of.refund());
    }
    if (of.goods() != null) {
      facts.put("grade", of.goods().grade().name());
    }
    commitments.of(caseNumber).stream()
        .filter(made -> made.state() != State.REFUSED)
        .forEach(made -> put(facts, made));
    return facts;
  }

  /** The first item's name, and how many there are beside it. */
  private static Optional<String> product(ProductReturn of) {
    return of.found()
        .map(sale -> of.items())
        .filter(items -> !items.isEmpty())
        .map(ReturnFlow::names);
  }

  private static String names(List<ReturnItem> items) {
    String first = items.get(0).product();
    return items.size() == 1 ? first : first + " + " + (items.size() - 1);
  }

  private static void put(Map<String, String> facts, Terms terms) {
    facts.put("right", terms.right().name());
    facts.put("sendBackBy", terms.sendBackBy().toString());
    facts.put("refundBy", terms.refundBy().toString());
    facts.put("closeOn", terms.closeOn().toString());
    if (terms.lastDay() != null) {
      facts.put("lastDay", terms.lastDay().toString());
    }
  }

  private static void put(Map<String, String> facts, RefundSum sum) {
    facts.put("refundAmount", Facts.amount(sum.total()));
    facts.put("itemsAmount", Facts.amount(sum.items()));
    facts.put("deductionAmount", Facts.amount(sum.deduction()));
    facts.put("feeAmount", Facts.amount(sum.fee()));
    facts.put("deliveryAmount", Facts.amount(sum.deliveryCost()));
  }

  /** Later ones of a kind replace earlier ones. */
  private static void put(Map<String, String> facts, Commitment made) {
    switch (made.kind()) {
      case LABEL -> facts.put("labelTracking", made.detail());
      case DELIVERY -> facts.put("deliveryTracking", made.detail());
      // What was paid last: a disputed deduction is paid back by itself.
      case REFUND -> facts.put("refundAmount", Facts.amount(made.amount()));
      default -> {
        // Told in the timeline only.
      }
    }
  }

  @Override
  public Optional<String> subject(String caseNumber) {
    return returns.find(caseNumber).flatMap(ReturnFlow::product);
  }

  @Override
  public boolean asksHowItWent(String outcome) {
    return !NEVER_BEGUN.contains(outcome);
  }

  @Override
  public boolean mayCancel(String caseNumber) {
    return returns.find(caseNumber).filter(of -> of.sending() == null).isPresent()
        && commitments.of(caseNumber).stream()
            .filter(made -> made.state() == State.STANDS || made.state() == State.DONE)
            .noneMatch(made -> GONE_OUT.contains(made.kind()));
  }

  /**
   * In the transaction that closes the case: the items may be returned again, and what became of
   * the goods is settled. Not so if the customer cancels: a label that the carrier had scanned all
   * the same is settled afterwards.
   */
  @EventListener
  void on(CaseClosed closed) {
    if (!closed.flow().equals(ReturnProcess.KEY)) {
      return;
    }
    returns.release(closed.caseNumber());
    if (!CANCELLED.equals(closed.outcome())) {
      commitments.standing(closed.caseNumber(), Set.of(Kind.LABEL)).stream()
          .filter(Commitment::hasLeft)
          .forEach(commitments::markDone);
    }
  }
}
