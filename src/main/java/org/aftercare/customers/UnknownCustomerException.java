package org.aftercare.customers;

/** Nothing is stored of a customer whose data is to be corrected. */
public class UnknownCustomerException extends RuntimeException {

  public UnknownCustomerException(String customerId) {
    super("Nothing is stored of customer " + customerId);
  }
}
