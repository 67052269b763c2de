package org.aftercare.systems.callbacks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric secret of the Standard Webhooks specification. */
final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final SecretKeySpec key;

  /**
   * @param text {@code whsec_} and 24 to 64 bytes in Base64
   * @throws IllegalArgumentException otherwise; the message does not show the text
   */
  WebhookSecret(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("A webhook secret starts with " + PREFIX);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("A webhook secret is Base64 after " + PREFIX);
    }
    if (bytes.length < SHORTEST || bytes.length > LONGEST) {
      throw new IllegalArgumentException(
          "A webhook secret has %d to %d bytes, not %d".formatted(SHORTEST, LONGEST, bytes.length));
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * Whether this secret has signed the message. Takes as long for a wrong signature as for a right
   * one.
   */
  boolean hasSigned(String id, String timestamp, byte[] body, byte[] signature) {
    return MessageDigest.isEqual(sign(id, timestamp, body), signature);
  }

  private byte[] sign(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
