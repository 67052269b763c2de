package org.aftercare.systems.callbacks;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Verifies a message as the Standard Webhooks specification says: signed by one of the sender's
 * secrets over id, timestamp and the body as it came, and fresh.
 */
final class WebhookVerifier {

  /** No full stop: it parts id and timestamp in what is signed. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:-]{1,200}");

  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
  private static final String VERSION = "v1,";

  /** More than any sender needs while it changes secrets; each costs a comparison. */
  private static final int MOST_SIGNATURES = 10;

  private final List<WebhookSecret> secrets;
  private final Duration tolerance;
  private final Clock clock;

  WebhookVerifier(List<WebhookSecret> secrets, Duration tolerance, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * @param id header {@code webhook-id}
   * @param timestamp header {@code webhook-timestamp}, seconds since 1970
   * @param signatures header {@code webhook-signature}: signatures parted by spaces, of which one
   *     has to fit; those of unknown versions are passed over
   */
  Verdict verify(String id, String timestamp, String signatures, byte[] body) {
    if (id == null || !ID.matcher(id).matches()) {
      return Verdict.NO_ID;
    }
    if (timestamp == null || !TIMESTAMP.matcher(timestamp).matches()) {
      return Verdict.NO_TIMESTAMP;
    }
    if (signatures == null || signatures.isBlank()) {
      return Verdict.NO_SIGNATURE;
    }
    if (!signed(id, timestamp, signatures, body)) {
      return Verdict.WRONG_SIGNATURE;
    }
    return fresh(timestamp) ? Verdict.GENUINE : Verdict.STALE;
  }

  private boolean signed(String id, String timestamp, String signatures, byte[] body) {
    boolean found = false;
    for (String signature : signatures.strip().split(" +", MOST_SIGNATURES + 1)) {
      byte[] bytes = signature.startsWith(VERSION) ? decoded(signature) : null;
      if (bytes == null) {
        continue;
      }
      for (WebhookSecret secret : secrets) {
        found |= secret.hasSigned(id, timestamp, body, bytes);
      }
    }
    return found;
  }

  private static byte[] decoded(String signature) {
    try {
      return Base64.getDecoder().decode(signature.substring(VERSION.length()));
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private boolean fresh(String timestamp) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(sent, clock.instant()).abs().compareTo(tolerance) <= 0;
    } catch (DateTimeException | ArithmeticException outOfAnyRange) {
      return false;
    }
  }

  /** What is to be thought of a message. */
  enum Verdict {
    GENUINE,
    NO_ID,
    NO_TIMESTAMP,
    NO_SIGNATURE,
    WRONG_SIGNATURE,
    STALE
  }
}
