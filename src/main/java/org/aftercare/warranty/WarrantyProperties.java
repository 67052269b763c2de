package org.aftercare.warranty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of warranty claims.
 *
 * @param homeCountry whose law is assumed while neither the customer's country nor that of the
 *     purchase is known, ISO 3166 alpha-2
 * @param shipper the partner who carries items, an id under {@code aftercare.partners}
 */
@ConfigurationProperties("aftercare.warranty")
record WarrantyProperties(
    @DefaultValue("SE") String homeCountry, @DefaultValue("shipper") String shipper) {}
