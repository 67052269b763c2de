package org.aftercare.engine.flowmap;

import java.util.Locale;

/** Names of code as people read them. */
final class PlainWords {

  private PlainWords() {}

  /** {@code deliveredOn} as {@code delivered on}. */
  static String of(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /** With a capital at its beginning. */
  static String title(String name) {
    String words = of(name);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
