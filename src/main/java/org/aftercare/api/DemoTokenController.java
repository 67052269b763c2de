package org.aftercare.api;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out customers' tokens, so that a newcomer can try the API. It plays the part of the
 * company's login for customers and is there in the default profile only.
 */
@RestController
@Profile("default")
class DemoTokenController {

  private final CustomerTokenProperties properties;
  private final ObjectProvider<KnownCustomers> customers;
  private final JwtEncoder encoder;
  private final InstantSource realTime = InstantSource.system();

  DemoTokenController(
      CustomerTokenProperties properties, ObjectProvider<KnownCustomers> customers) {
    this.properties = properties;
    this.customers = customers;
    this.encoder =
        new NimbusJwtEncoder(new ImmutableSecret<>(CustomerTokens.secretKey(properties)));
  }

  @PostMapping("/api/demo/tokens")
  @Operation(
      summary = "A token for a customer (demo only)",
      description = "Put it into Authorize as the bearer token to call the API as that customer.")
  @SecurityRequirements
  DemoToken token(@Valid @RequestBody DemoTokenRequest request) {
    KnownCustomers known = customers.getIfAvailable();
    if (known != null && !known.mayExist(request.customerId())) {
      throw ProblemException.invalid(
          "/customerId",
          "The customer register has no such customer.",
          "Take one of the sandbox's customers, such as C-1001.");
    }
    Instant now = realTime.instant();
    Instant expiresAt = now.plus(properties.demoLifetime());
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(properties.issuer())
            .audience(List.of(properties.audience()))
            .subject(request.customerId())
            .issuedAt(now)
            .expiresAt(expiresAt)
            .build();
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    return new DemoToken(token, "Bearer", expiresAt);
  }

  record DemoTokenRequest(@NotNull @Pattern(regexp = "C-\\d{1,10}") String customerId) {}

  record DemoToken(String token, String tokenType, Instant expiresAt) {}
}
