package org.aftercare.returns;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of product returns.
 *
 * @param homeCountry whose law is assumed while neither the order nor the customer is known, ISO
 *     3166 alpha-2
 * @param shipper the partner who carries items, an id under {@code aftercare.partners}
 * @param confirmWithin how long a declaration waits for its confirmation before it lapses
 * @param sendingPaidBy who bears the cost of sending goods back
 */
@ConfigurationProperties("aftercare.returns")
record ReturnProperties(
    @DefaultValue("SE") String homeCountry,
    @DefaultValue("shipper") String shipper,
    @DefaultValue("P3D") Duration confirmWithin,
    @DefaultValue("COMPANY") SendingPaidBy sendingPaidBy) {

  enum SendingPaidBy {
    COMPANY,
    CUSTOMER
  }
}
