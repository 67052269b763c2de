package org.aftercare.systems.billing;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Billing;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Invoices and refunds over HTTP. */
@Component
class HttpBilling implements Billing {

  private static final Operation<Refund> REFUND =
      new Operation<>(
          "refund",
          Set.of("NO_ACCOUNT", "ALREADY_REFUNDED"),
          (reply, refund) -> reply.text("refundId", refund.refundId(), ReplyCheck.LONGEST_ID));

  private static final Operation<Invoice> INVOICE =
      new Operation<>(
          "invoice",
          (reply, invoice) -> {
            reply.text("invoiceNumber", invoice.invoiceNumber(), ReplyCheck.LONGEST_ID);
            reply.present("dueOn", invoice.dueOn());
          });

  private static final Operation<Credit> CREDIT =
      new Operation<>(
          "credit", (reply, credit) -> reply.text("creditNumber", credit.creditNumber()));

  private final RemoteSystem system;
  private final BillingApi api;

  HttpBilling(@Qualifier("billingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(BillingApi.class);
  }

  @Override
  public Refund refund(String key, RefundRequest request) {
    return system.change(REFUND, () -> api.refund(key, request));
  }

  @Override
  public Optional<Refund> findRefund(String key) {
    return system.read(REFUND, () -> api.refund(key));
  }

  @Override
  public Invoice invoice(String key, InvoiceRequest request) {
    return system.change(INVOICE, () -> api.invoice(key, request));
  }

  @Override
  public Optional<Invoice> findInvoice(String key) {
    return system.read(INVOICE, () -> api.invoice(key));
  }

  @Override
  public Credit credit(String key, String invoiceNumber) {
    return system.change(CREDIT, () -> api.credit(key, invoiceNumber));
  }

  @Override
  public Optional<Credit> findCredit(String key) {
    return system.read(CREDIT, () -> api.credit(key));
  }
}
