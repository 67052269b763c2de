package org.aftercare.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens customers come with.
 *
 * @param issuer the {@code iss} that a token must have
 * @param audience who must stand in a token's {@code aud}: a token that the issuer made for another
 *     of the company's applications opens nothing here
 * @param jwkSetUri where the issuer publishes its keys; empty if there is a secret instead
 * @param secret the secret shared with the issuer (HS256), at least 32 bytes; empty if there is a
 *     key set
 * @param demoLifetime how long a token of the demo endpoint is good
 */
@ConfigurationProperties("aftercare.customer-tokens")
record CustomerTokenProperties(
    String issuer,
    @DefaultValue("aftercare") String audience,
    String jwkSetUri,
    String secret,
    @DefaultValue("PT12H") Duration demoLifetime) {

  boolean hasKeySet() {
    return jwkSetUri != null && !jwkSetUri.isBlank();
  }
}
