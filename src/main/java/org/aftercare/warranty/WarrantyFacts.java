package org.aftercare.warranty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.Facts;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.PartnerNames;
import org.aftercare.systems.Money;
import org.springframework.stereotype.Component;

/** What the Case tab shows of a warranty claim. */
@Component
class WarrantyFacts implements CaseFacts {

  private static final String LABEL = "warranty.fact.";

  private final Claims claims;
  private final PartnerNames partners;

  WarrantyFacts(Claims claims, PartnerNames partners) {
    this.claims = claims;
    this.partners = partners;
  }

  @Override
  public String flow() {
    return WarrantyProcess.KEY;
  }

  @Override
  public List<Fact> of(String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    List<Fact> facts = new ArrayList<>();
    claim.found().ifPresent(bought -> add(facts, "product", bought.product()));
    add(facts, "serial-number", claim.serialNumber());
    if (claim.purchase() == null) {
      add(facts, "order-number", claim.orderNumber());
    } else {
      addPurchase(facts, claim);
    }
    addReport(facts, claim);
    if (claim.estimate() != null) {
      add(facts, "repair-cost", claim.estimate().cost());
      add(facts, "part", claim.estimate().partNumber() + " " + claim.estimate().partName());
    }
    return facts;
  }

  private void addPurchase(List<Fact> facts, WarrantyClaim claim) {
    Purchase bought = claim.purchase();
    if (!claim.serialNumberMatches()) {
      add(facts, "order-serial-number", bought.serialNumber());
    }
    add(facts, "order-number", bought.orderNumber());
    add(facts, "price", bought.price());
    add(facts, "ordered-on", bought.orderedOn());
    add(facts, "delivered-on", bought.deliveredOn());
    add(facts, "country", FactType.COUNTRY, bought.country());
    add(
        facts,
        "supplier",
        bought.supplierId() == null ? null : partners.nameOf(bought.supplierId()));
    add(facts, "recall", bought.recall());
  }

  private static void addReport(List<Fact> facts, WarrantyClaim claim) {
    WarrantyClaim.Report report = claim.report();
    add(facts, "symptom", report.symptom());
    add(facts, "noticed-on", report.noticedOn());
    add(facts, "reported-on", report.reportedOn());
    add(facts, "cause", report.cause());
    if (report.dangerous()) {
      add(facts, "dangerous", FactType.CODE, "YES");
    }
    add(facts, "wish", report.wish() == WarrantyClaim.Wish.NONE ? null : report.wish());
  }

  private static void add(List<Fact> facts, String label, String text) {
    add(facts, label, FactType.TEXT, text);
  }

  private static void add(List<Fact> facts, String label, LocalDate day) {
    add(facts, label, FactType.DATE, day);
  }

  private static void add(List<Fact> facts, String label, Enum<?> code) {
    add(facts, label, FactType.CODE, code);
  }

  private static void add(List<Fact> facts, String label, Money money) {
    add(facts, label, FactType.AMOUNT, money == null ? null : Facts.amount(money));
  }

  private static void add(List<Fact> facts, String label, FactType type, Object found) {
    if (found != null) {
      facts.add(new Fact(LABEL + label, type, found.toString()));
    }
  }
}
