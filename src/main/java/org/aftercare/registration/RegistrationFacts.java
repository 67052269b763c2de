package org.aftercare.registration;

import java.util.ArrayList;
import java.util.List;
import org.aftercare.cases.CaseFacts;
import org.aftercare.notifications.FactType;
import org.aftercare.registration.ProductRegistration.Item;
import org.springframework.stereotype.Component;

/** What the Case tab shows of a registration. */
@Component
class RegistrationFacts implements CaseFacts {

  private static final String LABEL = "registration.fact.";

  private final Registrations registrations;

  RegistrationFacts(Registrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public String flow() {
    return RegistrationProcess.KEY;
  }

  @Override
  public List<Fact> of(String caseNumber) {
    ProductRegistration registration = registrations.require(caseNumber);
    Item item = registration.item();
    List<Fact> facts = new ArrayList<>();
    add(facts, "product", FactType.TEXT, item.product());
    add(facts, "serial-number", FactType.TEXT, registration.serialNumber());
    add(facts, "order-number", FactType.TEXT, registration.orderNumber());
    add(facts, "purchased-on", FactType.DATE, registration.purchasedOn());
    add(facts, "delivered-on", FactType.DATE, item.deliveredOn());
    add(facts, "country", FactType.COUNTRY, registration.country());
    add(facts, "done-by", FactType.CODE, registration.doneBy());
    registrations
        .holder(registration.serialNumber())
        .filter(holder -> !holder.caseNumber().equals(caseNumber))
        .ifPresent(holder -> add(facts, "held-by", FactType.TEXT, holder.caseNumber()));
    add(facts, "legal-until", FactType.DATE, registration.legalUntil());
    add(facts, "commercial-until", FactType.DATE, item.commercialUntil());
    return facts;
  }

  private static void add(List<Fact> facts, String label, FactType type, Object found) {
    if (found != null) {
      facts.add(new Fact(LABEL + label, type, found.toString()));
    }
  }
}
