package org.aftercare.customers;

import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;
import org.aftercare.engine.StaffGroup;
import org.aftercare.systems.Crm.CustomerRecord;

/** The customers whom a case concerns. */
@DataSource(
    name = "Customers, as the register knows them",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.WITH_THE_CASE)
public interface Customers {

  /** What is stored here of the customer. */
  Optional<Customer> find(String customerId);

  /**
   * Looks the customer up in the CRM and stores what it says.
   *
   * @return empty if the CRM does not know the id
   * @throws org.aftercare.systems.SystemUnavailableException if the CRM does not answer
   */
  Optional<Customer> lookUp(String customerId);

  /** Stores what the CRM has said of customers, in the caller's transaction. */
  void keep(List<CustomerRecord> known);

  /**
   * Stores what a customer has corrected of their own data; empty fields stay as they are. A
   * correction holds until the CRM says something new of the same field.
   *
   * @throws UnknownCustomerException if nothing is stored of the customer
   */
  void correct(String customerId, Correction correction);

  /** Any field may be {@code null}: not corrected. */
  record Correction(
      @Personal String name,
      @Personal String email,
      @Personal String phone,
      String language,
      org.aftercare.systems.Address address) {}
}
