package org.aftercare.systems;

import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;
import org.aftercare.engine.StaffGroup;

/** The customer register. */
@DataSource(
    name = "Customer register",
    system = "CRM",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Crm {

  /** The customer, or empty if the register does not know the id. */
  Optional<CustomerRecord> customer(String customerId);

  /**
   * The customers who have a service, page by page in an order that stays the same.
   *
   * @param service a code of the register, for example {@code BROADBAND}
   * @param country ISO 3166 alpha-2
   * @param area the beginning of the postal codes without blanks, or {@code null} for the whole
   *     country
   * @param after the last customer of the page before, or {@code null} for the first page
   * @param limit 1 to 1,000 customers
   * @return empty if the register does not know the service
   */
  Optional<Served> served(String service, String country, String area, String after, int limit);

  /** Files a case's outcome with the customer, so that agents see it there. */
  Filed fileOutcome(String key, Outcome outcome);

  Optional<Filed> findFiled(String key);

  /**
   * @param language ISO 639-1, one of en, sv, da, nb, pl (others are answered in English)
   * @param country ISO 3166 alpha-2
   */
  record CustomerRecord(
      String customerId,
      @Personal String name,
      @Personal String email,
      @Personal String phone,
      String language,
      String country,
      Address address) {}

  /**
   * @param more whether another page follows
   */
  record Served(List<CustomerRecord> customers, boolean more) {}

  record Outcome(String customerId, String caseNumber, String flow, String outcome) {}

  record Filed(String filingId) {}
}
