package org.aftercare.engine.contract;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the guard at deployment is. What the engine itself would refuse is refused always.
 *
 * @param houseRules what becomes of a deployment whose models break only the product's own rules
 */
@ConfigurationProperties("aftercare.contract")
record ContractProperties(@DefaultValue("refuse") Mode houseRules) {

  enum Mode {
    /** Nothing of it is deployed. */
    REFUSE,
    /** It is deployed, and the log says what is wrong. */
    WARN
  }
}
