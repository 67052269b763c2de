package org.aftercare.systems.billing;

import org.aftercare.systems.Billing.Credit;
import org.aftercare.systems.Billing.Invoice;
import org.aftercare.systems.Billing.InvoiceRequest;
import org.aftercare.systems.Billing.Refund;
import org.aftercare.systems.Billing.RefundRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/billing.yaml} in Java. */
interface BillingApi {

  @PostExchange("/refunds")
  Refund refund(@RequestHeader("Idempotency-Key") String key, @RequestBody RefundRequest request);

  @GetExchange("/operations/{key}")
  Refund refund(@PathVariable String key);

  @PostExchange("/invoices")
  Invoice invoice(
      @RequestHeader("Idempotency-Key") String key, @RequestBody InvoiceRequest request);

  @GetExchange("/operations/{key}")
  Invoice invoice(@PathVariable String key);

  @PostExchange("/invoices/{invoiceNumber}/credit")
  Credit credit(@RequestHeader("Idempotency-Key") String key, @PathVariable String invoiceNumber);

  @GetExchange("/operations/{key}")
  Credit credit(@PathVariable String key);
}
