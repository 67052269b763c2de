package org.aftercare.systems.billing;

import org.aftercare.systems.Subscriptions.Charge;
import org.aftercare.systems.Subscriptions.ChargeRequest;
import org.aftercare.systems.Subscriptions.Plan;
import org.aftercare.systems.Subscriptions.Standing;
import org.aftercare.systems.Subscriptions.StoppedCharge;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What {@code contracts/billing.yaml} says of subscriptions, in Java. */
interface SubscriptionsApi {

  @GetExchange("/plans/{planCode}")
  Plan plan(@PathVariable String planCode, @RequestParam String country);

  @GetExchange("/customers/{customerId}/standing")
  Standing standing(@PathVariable String customerId);

  @PostExchange("/subscriptions")
  Charge start(@RequestHeader("Idempotency-Key") String key, @RequestBody ChargeRequest request);

  @GetExchange("/operations/{key}")
  Charge started(@PathVariable String key);

  @PostExchange("/subscriptions/{subscriptionId}/stop")
  StoppedCharge stop(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String subscriptionId);

  @GetExchange("/operations/{key}")
  StoppedCharge stopped(@PathVariable String key);
}
