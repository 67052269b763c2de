package org.aftercare.warranty;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.Cases;
import org.aftercare.cases.Facts;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitment.State;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.systems.Billing;
import org.aftercare.systems.Billing.Credit;
import org.aftercare.systems.Billing.Invoice;
import org.aftercare.systems.Billing.InvoiceRequest;
import org.aftercare.systems.Money;
import org.aftercare.systems.Parts;
import org.aftercare.systems.Parts.RepairEstimate;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.UnforeseenRefusalException;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what decides between repair, replacement and refund, and what each costs. */
@Service
class ClaimRemedy {

  private final Claims claims;
  private final Commitments commitments;
  private final Parts parts;
  private final Billing billing;
  private final RemoteSteps remote;
  private final Cases cases;
  private final Clock clock;

  ClaimRemedy(
      Claims claims,
      Commitments commitments,
      Parts parts,
      Billing billing,
      RemoteSteps remote,
      Cases cases,
      Clock clock) {
    this.claims = claims;
    this.commitments = commitments;
    this.parts = parts;
    this.billing = billing;
    this.remote = remote;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Asks what the repair takes, and keeps it.
   *
   * @throws org.aftercare.systems.SystemUnavailableException if the parts do not answer
   */
  @Transactional
  RemedyFacts estimate(String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    Purchase purchase = claim.requirePurchase();
    Optional<Estimate> estimate = ask(purchase.sku(), claim.report().symptom().name());
    claims.change(
        new WarrantyClaim(
            claim.caseNumber(),
            claim.customerId(),
            claim.country(),
            claim.customerKnown(),
            claim.orderNumber(),
            claim.serialNumber(),
            claim.report(),
            purchase,
            estimate.orElse(null)));
    return new RemedyFacts(
        estimate.isPresent(),
        estimate.filter(Estimate::home).isPresent(),
        estimate.map(found -> found.percentOf(purchase.price())).orElse(0),
        estimate.map(Estimate::leadTimeDays).orElse(0),
        claim.report().wish(),
        soldOut(caseNumber));
  }

  private Optional<Estimate> ask(String sku, String symptom) {
    try {
      RepairEstimate found = parts.estimate(sku, symptom);
      return Optional.of(
          new Estimate(
              found.partNumber(),
              found.partName(),
              found.cost(),
              found.home(),
              found.inStock() ? 0 : found.leadTimeDays(),
              found.supplierId()));
    } catch (SystemRefusalException notRepairable) {
      return Optional.empty();
    }
  }

  /** Whether a replacement has been asked for before and there was none. */
  private boolean soldOut(String caseNumber) {
    return commitments.of(caseNumber).stream()
        .anyMatch(made -> made.kind() == Kind.REPLACEMENT && made.state() == State.REFUSED);
  }

  /**
   * What a remedy costs the company, in the currency of the purchase.
   *
   * @param remedy {@code REPAIR}, {@code REPLACE}, {@code REFUND} or {@code NONE}
   */
  @Transactional(readOnly = true)
  Money price(String caseNumber, String remedy) {
    return price(claims.require(caseNumber), remedy);
  }

  static Money price(WarrantyClaim claim, String remedy) {
    Money bought = claim.requirePurchase().price();
    return switch (remedy) {
      // A person may choose a repair that nobody can estimate; it is weighed as if it cost as much.
      case "REPAIR" -> claim.estimate() == null ? bought : repairCost(claim);
      case "REPLACE", "REFUND" -> bought;
      case "NONE" -> new Money(BigDecimal.ZERO, bought.currency());
      default -> throw new IllegalArgumentException("'%s' is no remedy.".formatted(remedy));
    };
  }

  private static Money repairCost(WarrantyClaim claim) {
    if (claim.estimate() == null) {
      throw new IllegalStateException(
          "The repair of case %s has no estimate.".formatted(claim.caseNumber()));
    }
    return claim.estimate().cost();
  }

  /**
   * Invoices the repair that the customer pays for.
   *
   * @return the invoice's number
   */
  @Transactional
  String invoice(StepKey step, String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    Money cost = repairCost(claim);
    InvoiceRequest request = new InvoiceRequest(caseNumber, claim.customerId(), cost);
    Invoice invoice =
        remote
            .once(step, Invoice.class, key -> billing.invoice(key, request), billing::findInvoice)
            .fold(
                made -> made,
                refusal -> {
                  throw new UnforeseenRefusalException("billing", refusal);
                });
    commitments.add(
        Commitment.of(caseNumber, Kind.INVOICE, invoice.invoiceNumber(), clock.instant())
            .expectedOn(invoice.dueOn())
            .worth(cost));
    cases.record(
        caseNumber,
        "warranty.invoiced",
        Map.of("invoiceNumber", invoice.invoiceNumber(), "amount", Facts.amount(cost)));
    return invoice.invoiceNumber();
  }

  /**
   * Takes the invoice of a repair back that was not made: what is not paid is not due any more,
   * what is paid is paid back.
   */
  @Transactional
  void credit(StepKey step, String caseNumber) {
    for (Commitment invoice : commitments.standing(caseNumber, Set.of(Kind.INVOICE))) {
      remote
          .once(
              step.attempt(invoice.ordinal()),
              Credit.class,
              key -> billing.credit(key, invoice.reference()),
              billing::findCredit)
          .fold(
              credited -> credited,
              refusal -> {
                throw new UnforeseenRefusalException("billing", refusal);
              });
      commitments.takeBack(invoice);
      cases.record(
          caseNumber,
          "warranty.invoice-credited",
          Map.of("invoiceNumber", invoice.reference(), "amount", Facts.amount(invoice.amount())));
    }
  }

  /**
   * As the decision table takes them.
   *
   * @param costPercent the repair's cost in per cent of the price, 0 if it cannot be repaired
   * @param leadTimeDays calendar days until the part is there, 0 if in stock or not repairable
   */
  record RemedyFacts(
      boolean repairable,
      boolean home,
      int costPercent,
      int leadTimeDays,
      Wish customerWish,
      boolean soldOut) {}
}
