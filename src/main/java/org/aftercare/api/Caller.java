package org.aftercare.api;

import java.util.Objects;
import java.util.Set;

/** Who calls the API: a customer with a token, or a member of staff who has logged in. */
public sealed interface Caller {

  /** Unique among all callers; customers and staff never share one. Not for logs. */
  String reference();

  /** Whether this caller may see what belongs to that customer. */
  boolean maySeeCustomer(String customerId);

  /**
   * @param customerId the customer's number in the CRM
   */
  record Customer(String customerId) implements Caller {

    public Customer {
      Objects.requireNonNull(customerId, "customerId");
    }

    @Override
    public String reference() {
      return "customer:" + customerId;
    }

    @Override
    public boolean maySeeCustomer(String other) {
      return customerId.equals(other);
    }
  }

  /**
   * @param userId the engine's user id
   * @param groups the engine's group ids
   */
  record Staff(String userId, Set<String> groups) implements Caller {

    public Staff {
      Objects.requireNonNull(userId, "userId");
      groups = Set.copyOf(groups);
    }

    @Override
    public String reference() {
      return "staff:" + userId;
    }

    /** Which staff may use an endpoint at all is decided before it is reached. */
    @Override
    public boolean maySeeCustomer(String customerId) {
      return true;
    }
  }
}
