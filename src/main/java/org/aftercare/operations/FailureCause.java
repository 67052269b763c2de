package org.aftercare.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Why steps failed, as far as it is the same for many of them. */
final class FailureCause {

  /** Of a step that nobody's failure but a person stopped. */
  static final String BY_HAND = "stopped by hand";

  /**
   * Whatever names one thing: numbers, dates, ids, addresses, what stands in quotation marks. What
   * a system answered with is a kind of failure and stays.
   */
  private static final Pattern PARTICULAR =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|(?<!\\bstatus )(?<![^\\s(),;:\"'])[^\\s(),;:\"']*[\\d@][^\\s(),;\"']*");

  private static final Pattern REPEATED = Pattern.compile("…(?:[\\s,;:]*…)+");
  private static final int LONGEST = 200;

  private FailureCause() {}

  /**
   * The message without what names one case, object or person.
   *
   * @param message as the engine keeps it; {@code null} if a person stopped the step
   */
  static String of(String message) {
    if (message == null || message.isBlank()) {
      return BY_HAND;
    }
    String line = message.strip().replaceAll("\\s+", " ");
    String general =
        REPEATED.matcher(PARTICULAR.matcher(line).replaceAll("…")).replaceAll("…").strip();
    return general.length() <= LONGEST ? general : general.substring(0, LONGEST - 1) + "…";
  }

  /** A short name for a step of a process and a cause, the same on every node and day. */
  static String key(String processKey, String stepId, String cause) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  String.join("\n", String.valueOf(processKey), String.valueOf(stepId), cause)
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
