package org.aftercare.systems.crm;

import org.aftercare.systems.Crm.CustomerRecord;
import org.aftercare.systems.Crm.Filed;
import org.aftercare.systems.Crm.Outcome;
import org.aftercare.systems.Crm.Served;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/crm.yaml} in Java. */
interface CrmApi {

  @GetExchange("/customers/{customerId}")
  CustomerRecord customer(@PathVariable String customerId);

  @GetExchange("/services/{service}/customers")
  Served served(
      @PathVariable String service,
      @RequestParam String country,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String after,
      @RequestParam int limit);

  @PostExchange("/outcomes")
  Filed fileOutcome(@RequestHeader("Idempotency-Key") String key, @RequestBody Outcome outcome);

  @GetExchange("/operations/{key}")
  Filed filed(@PathVariable String key);
}
