package org.aftercare.api;

/** Says to the demo's login which customers there are. */
public interface KnownCustomers {

  /** {@code false} only if it is certain that there is no such customer. */
  boolean mayExist(String customerId);
}
