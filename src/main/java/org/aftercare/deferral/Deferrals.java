package org.aftercare.deferral;

import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** All payment deferrals. Every write joins the caller's transaction. */
@DataSource(name = "Payment deferrals", owner = StaffGroup.FINANCE, kept = DataSource.WITH_THE_CASE)
interface Deferrals {

  void add(PaymentDeferral deferral);

  /** Replaces what is known of a deferral. */
  void change(PaymentDeferral deferral);

  Optional<PaymentDeferral> find(String caseNumber);

  /**
   * Takes the invoice for a customer's case, so that no other open case of the customer deals with
   * it at the same time. Somebody else's case does not stand in the way: only the owner's goes on
   * once billing has been asked.
   *
   * @return {@code false} if another open case of the customer has taken it
   */
  boolean take(String invoiceNumber, String customerId, String caseNumber);

  /** The customer's open case that has taken the invoice. */
  Optional<String> holder(String invoiceNumber, String customerId);

  /** Gives the invoice of a case free: it has ended. */
  void release(String caseNumber);

  /**
   * @throws IllegalStateException if the case is no payment deferral
   */
  default PaymentDeferral require(String caseNumber) {
    return find(caseNumber)
        .orElseThrow(
            () -> new IllegalStateException("The case " + caseNumber + " is no deferral."));
  }
}
