package org.aftercare.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aftercare.customers.Languages;

/** Which of the product's languages a reader asks for. */
public final class ReaderLanguage {

  /** A browser names a handful of languages; anything longer is not read. */
  private static final int LONGEST_HEADER = 500;

  private ReaderLanguage() {}

  /**
   * The first of the reader's languages that the product speaks.
   *
   * @param acceptLanguage the request's header, or {@code null}
   * @return empty if the header is missing, unreadable, or names none of the product's languages
   */
  public static Optional<Locale> of(String acceptLanguage) {
    if (acceptLanguage == null
        || acceptLanguage.isBlank()
        || acceptLanguage.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    return ranges(acceptLanguage).stream()
        .filter(range -> range.getWeight() > 0)
        .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
        .filter(language -> !language.isEmpty())
        .filter(ReaderLanguage::spoken)
        .map(Languages::negotiate)
        .findFirst();
  }

  private static boolean spoken(String language) {
    return language.equals("en") || !Languages.negotiate(language).equals(Locale.ENGLISH);
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException notLanguages) {
      return List.of();
    }
  }
}
