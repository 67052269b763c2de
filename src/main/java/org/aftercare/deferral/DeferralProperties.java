package org.aftercare.deferral;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of payment deferrals.
 *
 * @param homeCountry whose rules are assumed while neither the invoice nor the customer is known,
 *     ISO 3166 alpha-2
 */
@ConfigurationProperties("aftercare.deferral")
record DeferralProperties(@DefaultValue("SE") String homeCountry) {}
