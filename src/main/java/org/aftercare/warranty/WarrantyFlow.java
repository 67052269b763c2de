package org.aftercare.warranty;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.CaseFlow;
import org.aftercare.cases.CustomerQuestion;
import org.aftercare.cases.Facts;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitment.State;
import org.aftercare.fulfilment.Commitments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What cases need to know of warranty claims. */
@Component
class WarrantyFlow implements CaseFlow {

  /** From here on, taking a case back would leave goods or money somewhere on the way. */
  private static final Set<Kind> GONE_OUT =
      EnumSet.of(Kind.PICK_UP, Kind.RETURN, Kind.DELIVERY, Kind.LOANER, Kind.REFUND, Kind.INVOICE);

  /** The countries whose complaint boards the bundles name. */
  private static final Set<String> BOARDS = Set.of("SE", "NO", "DK", "PL", "DE");

  private final Claims claims;
  private final Commitments commitments;
  private final Clock clock;

  WarrantyFlow(Claims claims, Commitments commitments, Clock clock) {
    this.claims = claims;
    this.commitments = commitments;
    this.clock = clock;
  }

  @Override
  public String flow() {
    return WarrantyProcess.KEY;
  }

  @Override
  public Map<String, String> facts(String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    Map<String, String> facts = new HashMap<>();
    facts.put("country", claim.country());
    facts.put("complaintBoard", BOARDS.contains(claim.country()) ? claim.country() : "OTHER");
    facts.put("serialNumber", claim.serialNumber());
    facts.put("symptom", claim.report().symptom().name());
    facts.put("noticedOn", claim.report().noticedOn().toString());
    facts.put("reportedOn", claim.report().reportedOn().toString());
    // A code that the bundles put into words, so that a wording may always name the product.
    facts.put("product", claim.found().map(Purchase::product).orElse("UNKNOWN"));
    claim.found().ifPresent(purchase -> put(facts, purchase));
    if (claim.estimate() != null) {
      facts.put("partName", claim.estimate().partName());
      facts.put("repairCost", Facts.amount(claim.estimate().cost()));
    }
    commitments.of(caseNumber).stream()
        .filter(made -> made.state() != State.REFUSED)
        .filter(this::isStillTrue)
        .forEach(made -> put(facts, made));
    return facts;
  }

  @Override
  public Optional<String> subject(String caseNumber) {
    return claims.find(caseNumber).flatMap(WarrantyClaim::found).map(Purchase::product);
  }

  /** What has become of a duplicate is asked about the case that it repeats. */
  @Override
  public boolean asksHowItWent(String outcome) {
    return !"DUPLICATE".equals(outcome);
  }

  /** A visit that is over or called off is no appointment that anybody may be told. */
  private boolean isStillTrue(Commitment made) {
    return made.kind() != Kind.VISIT || made.stands() && made.endsAt().isAfter(clock.instant());
  }

  private static void put(Map<String, String> facts, Purchase purchase) {
    facts.put("orderNumber", purchase.orderNumber());
    facts.put("price", Facts.amount(purchase.price()));
    // What would be paid back; a refund that has been made replaces it.
    facts.put("refundAmount", Facts.amount(purchase.price()));
    if (purchase.deliveredOn() != null) {
      facts.put("deliveredOn", purchase.deliveredOn().toString());
    }
    if (purchase.recall() != null) {
      facts.put("recall", purchase.recall());
    }
  }

  /** Later ones of a kind replace earlier ones. */
  private static void put(Map<String, String> facts, Commitment made) {
    switch (made.kind()) {
      case PART -> facts.put("expectedOn", made.expectedOn().toString());
      case VISIT -> {
        facts.put("visitStart", made.startsAt().toString());
        facts.put("visitEnd", made.endsAt().toString());
      }
      case PICK_UP -> facts.put("pickUpTracking", made.detail());
      case RETURN -> facts.put("returnTracking", made.detail());
      case DELIVERY -> facts.put("deliveryTracking", made.detail());
      case LOANER -> facts.put("loanerTracking", made.detail());
      case REPLACEMENT -> facts.put("replacementSerial", made.detail());
      case REFUND -> facts.put("refundAmount", Facts.amount(made.amount()));
      case INVOICE -> {
        facts.put("invoiceNumber", made.reference());
        facts.put("invoiceAmount", Facts.amount(made.amount()));
        facts.put("invoiceDueOn", made.expectedOn().toString());
      }
      case EXTENSION, RECOVERY, LABEL, CARRIER_CLAIM, RESTOCKING -> {
        // Told in the timeline only.
      }
    }
  }

  @Override
  public boolean mayCancel(String caseNumber) {
    return commitments.of(caseNumber).stream()
        .filter(made -> made.state() == State.STANDS || made.state() == State.DONE)
        .filter(made -> GONE_OUT.contains(made.kind()))
        .allMatch(made -> made.kind() == Kind.PICK_UP && !made.hasLeft());
  }

  @Override
  public Set<String> answers(String caseNumber, CustomerQuestion question) {
    Set<String> answers = new HashSet<>(question.answers());
    if (question == CustomerQuestion.REMEDY) {
      if (claims.require(caseNumber).estimate() == null) {
        answers.remove("REPAIR");
      }
      if (commitments.of(caseNumber).stream()
          .anyMatch(made -> made.kind() == Kind.REPLACEMENT && made.state() == State.REFUSED)) {
        answers.remove("REPLACE");
      }
    }
    return Set.copyOf(answers);
  }

  /** In the transaction that closes the case: the item may be claimed for again. */
  @EventListener
  void on(CaseClosed closed) {
    if (closed.flow().equals(WarrantyProcess.KEY)) {
      claims.release(closed.caseNumber());
    }
  }
}
