package org.aftercare.deferral;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.CaseFlow;
import org.aftercare.deferral.Agreement.Part;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables.Receivable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What cases need to know of payment deferrals. */
@Component
class DeferralFlow implements CaseFlow {

  private final Deferrals deferrals;
  private final DeferralRules rules;

  DeferralFlow(Deferrals deferrals, DeferralRules rules) {
    this.deferrals = deferrals;
    this.rules = rules;
  }

  @Override
  public String flow() {
    return DeferralProcess.KEY;
  }

  @Override
  public Map<String, String> facts(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Map<String, String> facts = new HashMap<>();
    facts.put("invoiceNumber", deferral.invoiceNumber());
    facts.put("circumstance", deferral.wish().circumstance().name());
    if (deferral.invoice() != null) {
      Receivable invoice = deferral.invoice();
      facts.put("balance", amount(invoice.balance()));
      facts.put("dueOn", invoice.dueDate().toString());
    }
    if (deferral.agreement() != null) {
      put(facts, deferral.agreement(), deferral.requireInvoice().balance());
      put(facts, rules.terms(deferral.country(), deferral.requestedOn()));
    }
    return facts;
  }

  /** What it costs to pay later, as the tables say. */
  private static void put(Map<String, String> facts, DeferralTerms terms) {
    facts.put("cost", terms.costNothing() ? "NOTHING" : "CHARGED");
    facts.put("fee", amount(new Money(terms.fee(), terms.capCurrency())));
    facts.put("interestPercent", terms.interestPercent().toPlainString());
  }

  private static void put(Map<String, String> facts, Agreement agreement, Money balance) {
    List<Part> parts = agreement.parts();
    facts.put("newDueOn", agreement.last().dueOn().toString());
    facts.put("lastAmount", amount(agreement.last().amount()));
    facts.put("firstDueOn", agreement.first().dueOn().toString());
    facts.put("firstAmount", amount(agreement.first().amount()));
    facts.put("instalments", String.valueOf(parts.size()));
    if (parts.size() > 1) {
      facts.put(
          "instalmentDays",
          String.valueOf(ChronoUnit.DAYS.between(parts.get(0).dueOn(), parts.get(1).dueOn())));
    }
    agreement
        .next(balance)
        .ifPresent(
            next -> {
              facts.put("nextDueOn", next.dueOn().toString());
              facts.put("nextAmount", amount(agreement.dueWith(next, balance)));
            });
  }

  static String amount(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }

  @Override
  public Optional<String> subject(String caseNumber) {
    return deferrals.find(caseNumber).map(PaymentDeferral::invoiceNumber);
  }

  /** Where there was nothing to defer, there is nothing to ask about. */
  @Override
  public boolean asksHowItWent(String outcome) {
    return !"NOTHING_DUE".equals(outcome) && !"UNKNOWN_INVOICE".equals(outcome);
  }

  /** At any time: then the invoice is due as it was before. */
  @Override
  public boolean mayCancel(String caseNumber) {
    return true;
  }

  /** In the transaction that closes the case: the invoice may be asked about again. */
  @EventListener
  void on(CaseClosed closed) {
    if (closed.flow().equals(DeferralProcess.KEY)) {
      deferrals.release(closed.caseNumber());
    }
  }
}
