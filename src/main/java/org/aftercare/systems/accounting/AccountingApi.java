package org.aftercare.systems.accounting;

import org.aftercare.systems.Accounting.Recovery;
import org.aftercare.systems.Accounting.RecoveryRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/accounting.yaml} in Java. */
interface AccountingApi {

  @PostExchange("/recoveries")
  Recovery recover(
      @RequestHeader("Idempotency-Key") String key, @RequestBody RecoveryRequest request);

  @GetExchange("/operations/{key}")
  Recovery recovery(@PathVariable String key);
}
