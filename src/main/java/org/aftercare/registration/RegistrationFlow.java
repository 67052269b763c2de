package org.aftercare.registration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.CaseFlow;
import org.springframework.stereotype.Component;

/** What cases need to know of registrations. */
@Component
class RegistrationFlow implements CaseFlow {

  private final Registrations registrations;

  RegistrationFlow(Registrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public String flow() {
    return RegistrationProcess.KEY;
  }

  @Override
  public Map<String, String> facts(String caseNumber) {
    ProductRegistration registration = registrations.require(caseNumber);
    Map<String, String> facts = new HashMap<>();
    // A code that the bundles put into words, so that a wording may always name the product.
    facts.put(
        "product",
        registration.item().product() == null ? "UNKNOWN" : registration.item().product());
    facts.put("serialNumber", registration.serialNumber());
    // What a claim for the item needs: it finds the order by the serial number, if there is one.
    facts.put("proof", registration.hasOrder() ? "ORDER" : "RECEIPT");
    if (registration.legalUntil() != null) {
      facts.put("legalUntil", registration.legalUntil().toString());
    }
    if (registration.item().commercialUntil() != null) {
      facts.put("commercialUntil", registration.item().commercialUntil().toString());
    }
    return facts;
  }

  @Override
  public Optional<String> subject(String caseNumber) {
    return registrations.find(caseNumber).map(registration -> registration.item().product());
  }

  @Override
  public boolean mayCancel(String caseNumber) {
    return !registrations.require(caseNumber).isRegistered();
  }

  /** A look-up may be under way that would register the item before the process hears of it. */
  @Override
  public boolean cancel(String caseNumber) {
    return registrations.cancel(caseNumber);
  }
}
