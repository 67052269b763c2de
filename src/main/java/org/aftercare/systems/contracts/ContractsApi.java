package org.aftercare.systems.contracts;

import org.aftercare.systems.Contracts.Extension;
import org.aftercare.systems.Contracts.Guarantee;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/contracts.yaml} in Java. */
interface ContractsApi {

  @GetExchange("/guarantees/{serialNumber}")
  Guarantee guarantee(@PathVariable String serialNumber);

  @PostExchange("/guarantees/{serialNumber}/extensions")
  Extension extend(
      @RequestHeader("Idempotency-Key") String key,
      @PathVariable String serialNumber,
      @RequestBody ExtensionRequest request);

  @GetExchange("/operations/{key}")
  Extension extension(@PathVariable String key);

  record ExtensionRequest(int months, String caseNumber) {}
}
