package org.aftercare.fulfilment;

import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.springframework.stereotype.Component;

/** Where a customer is reached and delivered to. */
@Component
public class Contact {

  private final Customers customers;

  public Contact(Customers customers) {
    this.customers = customers;
  }

  /**
   * The customer as last known, or else as the customer register knows them.
   *
   * @throws IllegalStateException if nobody knows them
   */
  public Customer of(String customerId) {
    return customers
        .find(customerId)
        .or(() -> customers.lookUp(customerId))
        .orElseThrow(
            () -> new IllegalStateException("The customer of this case is not known any more."));
  }
}
