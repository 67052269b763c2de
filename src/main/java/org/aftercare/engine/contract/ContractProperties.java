package org.aftercare.engine.contract;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the guard at deployment is.
 *
 * @param mode what becomes of a deployment whose models break the contract
 */
@ConfigurationProperties("aftercare.contract")
record ContractProperties(@DefaultValue("refuse") Mode mode) {

  enum Mode {
    /** Nothing of it is deployed. */
    REFUSE,
    /** It is deployed, and the log says what is wrong. */
    WARN
  }
}
