package org.aftercare.systems;

import java.util.Optional;

/** The customer register. */
public interface Crm {

  /** The customer, or empty if the register does not know the id. */
  Optional<CustomerRecord> customer(String customerId);

  /** Files a case's outcome with the customer, so that agents see it there. */
  Filed fileOutcome(String key, Outcome outcome);

  Optional<Filed> findFiled(String key);

  /**
   * @param language ISO 639-1, one of en, sv, da, nb, pl (others are answered in English)
   * @param country ISO 3166 alpha-2
   */
  record CustomerRecord(
      String customerId,
      String name,
      String email,
      String phone,
      String language,
      String country,
      Address address) {}

  record Outcome(String customerId, String caseNumber, String flow, String outcome) {}

  record Filed(String filingId) {}
}
