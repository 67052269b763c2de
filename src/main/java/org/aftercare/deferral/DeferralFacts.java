package org.aftercare.deferral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.cases.CaseFacts;
import org.aftercare.deferral.Agreement.Part;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.notifications.FactType;
import org.aftercare.systems.Receivables.Receivable;
import org.springframework.stereotype.Component;

/** What the Case tab shows of a payment deferral. */
@Component
class DeferralFacts implements CaseFacts {

  private static final String LABEL = "deferral.fact.";

  private final Deferrals deferrals;
  private final DeferralRules rules;

  DeferralFacts(Deferrals deferrals, DeferralRules rules) {
    this.deferrals = deferrals;
    this.rules = rules;
  }

  @Override
  public String flow() {
    return DeferralProcess.KEY;
  }

  @Override
  public List<Fact> of(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    List<Fact> facts = new ArrayList<>();
    add(facts, "invoice", FactType.TEXT, deferral.invoiceNumber());
    add(facts, "country", FactType.COUNTRY, deferral.country());
    add(facts, "requested-on", deferral.requestedOn());
    add(facts, "wished-on", deferral.wish().payOn());
    if (deferral.wish().instalments() > 0) {
      add(facts, "wished-instalments", FactType.TEXT, deferral.wish().instalments());
    }
    if (deferral.wish().circumstance() != Circumstance.NONE) {
      add(facts, "circumstance", FactType.CODE, deferral.wish().circumstance());
    }
    if (deferral.invoice() != null) {
      addInvoice(facts, deferral);
    }
    if (deferral.hold() != null) {
      add(facts, "hold", FactType.CODE, deferral.hold().stands() ? "HELD" : "ENDED");
    }
    if (deferral.agreement() != null) {
      for (Part part : deferral.agreement().parts()) {
        add(facts, "pay-on", part.dueOn());
        add(facts, "amount", FactType.AMOUNT, DeferralFlow.amount(part.amount()));
      }
    }
    return facts;
  }

  private void addInvoice(List<Fact> facts, PaymentDeferral deferral) {
    Receivable invoice = deferral.invoice();
    add(facts, "reason", FactType.CODE, finding(deferral));
    add(facts, "balance", FactType.AMOUNT, DeferralFlow.amount(invoice.balance()));
    add(facts, "due-on", invoice.dueDate());
    add(
        facts,
        "latest",
        deferral
            .base()
            .plusDays(rules.terms(deferral.country(), deferral.requestedOn()).limitDays()));
    add(facts, "method", FactType.CODE, invoice.directDebit() ? "DIRECT_DEBIT" : "INVOICE");
    add(facts, "reminders", FactType.TEXT, invoice.dunningLevel());
    add(facts, "overdue", FactType.TEXT, invoice.history().overdueInvoices());
    add(facts, "late", FactType.TEXT, invoice.history().lateOfLastTwo());
    add(facts, "clean-months", FactType.TEXT, invoice.history().cleanMonths());
    add(facts, "deferrals", FactType.TEXT, invoice.history().deferrals());
  }

  /** What counted; until it is decided, what would count now. */
  private String finding(PaymentDeferral deferral) {
    return deferral.finding() == null
        ? rules.finding(deferral.considerations())
        : deferral.finding();
  }

  private static void add(List<Fact> facts, String label, LocalDate day) {
    add(facts, label, FactType.DATE, day);
  }

  private static void add(List<Fact> facts, String label, FactType type, Object found) {
    if (found != null) {
      facts.add(new Fact(LABEL + label, type, found.toString()));
    }
  }
}
