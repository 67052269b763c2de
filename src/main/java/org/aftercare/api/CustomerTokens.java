package org.aftercare.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks customers' tokens. Their times are real ones: the demo's clock may be moved, the issuer's
 * may not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustomerTokenProperties.class)
class CustomerTokens {

  private static final int SHORTEST_SECRET_BYTES = 32;

  @Bean
  JwtDecoder customerTokenDecoder(CustomerTokenProperties properties) {
    NimbusJwtDecoder decoder =
        properties.hasKeySet()
            ? NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri()).build()
            : NimbusJwtDecoder.withSecretKey(secretKey(properties))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(properties.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(properties.audience()))));
    return decoder;
  }

  static SecretKey secretKey(CustomerTokenProperties properties) {
    byte[] secret =
        properties.secret() == null
            ? new byte[0]
            : properties.secret().getBytes(StandardCharsets.UTF_8);
    if (secret.length < SHORTEST_SECRET_BYTES) {
      throw new IllegalStateException(
          "aftercare.customer-tokens.secret needs at least %d bytes, or give aftercare.customer-tokens.jwk-set-uri."
              .formatted(SHORTEST_SECRET_BYTES));
    }
    return new SecretKeySpec(secret, "HmacSHA256");
  }
}
