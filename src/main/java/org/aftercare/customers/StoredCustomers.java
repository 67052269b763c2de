package org.aftercare.customers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Crm.CustomerRecord;
import org.springframework.stereotype.Service;

/** Customers as the CRM and they themselves describe them, kept in our own table. */
@Service
class StoredCustomers implements Customers {

  private final CustomerStore store;
  private final Crm crm;
  private final Clock clock;

  StoredCustomers(CustomerStore store, Crm crm, Clock clock) {
    this.store = store;
    this.crm = crm;
    this.clock = clock;
  }

  @Override
  public Optional<Customer> find(String customerId) {
    return store.find(customerId);
  }

  @Override
  public Optional<Customer> lookUp(String customerId) {
    Optional<CustomerRecord> known = crm.customer(customerId);
    known.ifPresent(customer -> keep(List.of(customer)));
    return known.flatMap(customer -> store.find(customerId));
  }

  @Override
  public void keep(List<CustomerRecord> known) {
    known.forEach(customer -> store.storeFromRegister(translated(customer), clock.instant()));
  }

  @Override
  public void correct(String customerId, Correction correction) {
    Correction stored =
        new Correction(
            textOrNull(correction.name()),
            textOrNull(correction.email()),
            textOrNull(correction.phone()),
            correction.language() == null
                ? null
                : Languages.negotiate(correction.language()).toLanguageTag(),
            correction.address());
    if (store.correct(customerId, stored, clock.instant()) == 0) {
      throw new UnknownCustomerException(customerId);
    }
  }

  /** An emptied field of a form means: not corrected. */
  private static String textOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Customer translated(CustomerRecord known) {
    return new Customer(
        known.customerId(),
        known.name(),
        known.email(),
        known.phone(),
        Languages.negotiate(known.language()),
        known.country(),
        known.address());
  }
}
