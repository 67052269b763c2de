package org.aftercare.notifications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Standard Webhooks specification says, with a symmetric secret ({@code v1}). */
final class WebhookSigner {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  /**
   * @throws IllegalArgumentException if the secret is not {@code whsec_} and Base64
   */
  WebhookSigner(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("A webhook secret begins with " + PREFIX);
    }
    this.secret =
        new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM);
  }

  /** The three headers that go with the body. */
  Map<String, String> sign(String id, Instant at, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
      return Map.of(
          "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", "v1," + signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
