package org.aftercare.cases;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Numbers of cases and of other matters, such as {@code W-7K3M-2QPX}: not guessable (28⁸ per flow),
 * easy to read aloud, and without characters that are taken for one another or vowels that make
 * words.
 */
public final class CaseNumbers {

  private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final Pattern PREFIX = Pattern.compile("[A-Z]");
  private static final Pattern COMPACT = Pattern.compile("[A-Z][" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-–—_.]+");
  private static final int LONGEST_INPUT = 40;

  private final RandomGenerator random;

  public CaseNumbers() {
    this(new SecureRandom());
  }

  CaseNumbers(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param prefix one letter, A to Z
   */
  public String next(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("The prefix must be one letter A to Z, was " + prefix);
    }
    StringBuilder compact = new StringBuilder(prefix);
    for (int i = 0; i < LENGTH; i++) {
      compact.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return hyphenated(compact);
  }

  /** The number as it is stored, from how a person types it; empty if it cannot be one. */
  public static Optional<String> parse(String typed) {
    if (typed == null || typed.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    String compact = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return COMPACT.matcher(compact).matches() ? Optional.of(hyphenated(compact)) : Optional.empty();
  }

  private static String hyphenated(CharSequence compact) {
    return compact.charAt(0) + "-" + compact.subSequence(1, 5) + "-" + compact.subSequence(5, 9);
  }
}
