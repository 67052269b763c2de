package org.aftercare.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** Invoices and refunds. A paid invoice comes back as a callback. */
@DataSource(
    name = "Invoices and refunds",
    system = "Billing",
    owner = StaffGroup.FINANCE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Billing {

  /**
   * Pays a purchase or some of its items back by the means it was paid with.
   *
   * @throws SystemRefusalException {@code NO_ACCOUNT}, {@code ALREADY_REFUNDED}
   */
  Refund refund(String key, RefundRequest request);

  Optional<Refund> findRefund(String key);

  /** Invoices a repair that no guarantee covers. */
  Invoice invoice(String key, InvoiceRequest request);

  Optional<Invoice> findInvoice(String key);

  /**
   * Takes an invoice back: nothing is due any more, and what has been paid is paid back.
   *
   * @param invoiceNumber of an invoice that this product had made
   */
  Credit credit(String key, String invoiceNumber);

  Optional<Credit> findCredit(String key);

  /**
   * @param serialNumbers of one item or more of the order
   * @param amount all that is paid back
   * @param deliveryCost how much of it was paid for delivery, or zero
   */
  record RefundRequest(
      String caseNumber,
      String customerId,
      String orderNumber,
      List<String> serialNumbers,
      Money amount,
      Money deliveryCost) {}

  record Refund(String refundId) {}

  record InvoiceRequest(String caseNumber, String customerId, Money amount) {}

  record Invoice(String invoiceNumber, LocalDate dueOn) {}

  record Credit(String creditNumber) {}
}
