package org.aftercare.notifications;

import java.util.Locale;
import java.util.Map;

/** The wordings of the message bundles, for what people read on pages instead of in messages. */
public interface Wordings {

  /** Whether the bundles hold such a wording. */
  boolean has(String key);

  /**
   * A wording in a reader's language, English if the bundles do not know the language.
   *
   * @param key a message bundle key; placeholders and codes as in {@link Notice}
   * @param facts the values that the wording names
   * @param language the reader's language
   * @param country ISO 3166 alpha-2, whose clock and ways of writing apply; {@code null} for the
   *     company's home
   * @throws IllegalArgumentException if there is no such wording or a fact is missing
   */
  String text(String key, Map<String, String> facts, Locale language, String country);

  /** A value on its own as wordings write it, for a reader as in {@link #text}. */
  String value(FactType type, String value, Locale language, String country);
}
