package org.aftercare.systems.billing;

import org.aftercare.systems.Receivables.ChangedDueDate;
import org.aftercare.systems.Receivables.DueDateRequest;
import org.aftercare.systems.Receivables.DunningHold;
import org.aftercare.systems.Receivables.HoldRequest;
import org.aftercare.systems.Receivables.InstalmentPlan;
import org.aftercare.systems.Receivables.PlanRequest;
import org.aftercare.systems.Receivables.Receivable;
import org.aftercare.systems.Receivables.ReleasedHold;
import org.aftercare.systems.Receivables.ResumedDunning;
import org.aftercare.systems.Receivables.StoppedCollection;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The part of {@code contracts/billing.yaml} about open invoices, in Java. */
interface ReceivablesApi {

  @GetExchange("/invoices/{invoiceNumber}")
  Receivable receivable(@PathVariable String invoiceNumber);

  @PostExchange("/holds")
  DunningHold hold(@RequestHeader("Idempotency-Key") String key, @RequestBody HoldRequest request);

  @GetExchange("/operations/{key}")
  DunningHold hold(@PathVariable String key);

  @PostExchange("/holds/{holdId}/release")
  ReleasedHold release(@RequestHeader("Idempotency-Key") String key, @PathVariable String holdId);

  @GetExchange("/operations/{key}")
  ReleasedHold released(@PathVariable String key);

  @PostExchange("/holds/{holdId}/resume")
  ResumedDunning resume(@RequestHeader("Idempotency-Key") String key, @PathVariable String holdId);

  @GetExchange("/operations/{key}")
  ResumedDunning resumed(@PathVariable String key);

  @PostExchange("/invoices/{invoiceNumber}/collection-stop")
  StoppedCollection stopCollection(
      @RequestHeader("Idempotency-Key") String key,
      @PathVariable String invoiceNumber,
      @RequestBody CollectionStop request);

  @GetExchange("/operations/{key}")
  StoppedCollection stopped(@PathVariable String key);

  @PostExchange("/invoices/{invoiceNumber}/due-date")
  ChangedDueDate changeDueDate(
      @RequestHeader("Idempotency-Key") String key,
      @PathVariable String invoiceNumber,
      @RequestBody DueDateRequest request);

  @GetExchange("/operations/{key}")
  ChangedDueDate changedDueDate(@PathVariable String key);

  @PostExchange("/invoices/{invoiceNumber}/plan")
  InstalmentPlan plan(
      @RequestHeader("Idempotency-Key") String key,
      @PathVariable String invoiceNumber,
      @RequestBody PlanRequest request);

  @GetExchange("/operations/{key}")
  InstalmentPlan plan(@PathVariable String key);

  record CollectionStop(String caseNumber) {}
}
