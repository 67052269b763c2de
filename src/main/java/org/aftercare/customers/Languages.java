package org.aftercare.customers;

import java.util.List;
import java.util.Locale;

/** The languages that customers are answered in. */
public enum Languages {
  ENGLISH("en"),
  SWEDISH("sv"),
  DANISH("da"),
  NORWEGIAN("nb"),
  POLISH("pl");

  private final Locale locale;

  Languages(String tag) {
    this.locale = Locale.forLanguageTag(tag);
  }

  public Locale locale() {
    return locale;
  }

  /** All of them, English first. */
  public static List<Locale> supported() {
    return List.of(values()).stream().map(Languages::locale).toList();
  }

  /**
   * The language in which somebody is answered who asks for another. Regions and scripts are left
   * aside ({@code sv-FI} is Swedish); all written Norwegian is answered in bokmål, which its
   * readers share; everybody else gets English.
   *
   * @param languageTag a BCP 47 tag such as {@code sv} or {@code nb-NO}; an underscore is taken for
   *     a hyphen; {@code null} or nonsense gives English
   */
  public static Locale negotiate(String languageTag) {
    if (languageTag == null) {
      return ENGLISH.locale;
    }
    String language = Locale.forLanguageTag(languageTag.strip().replace('_', '-')).getLanguage();
    if (language.equals("no") || language.equals("nn")) {
      return NORWEGIAN.locale;
    }
    return supported().stream()
        .filter(locale -> locale.getLanguage().equals(language))
        .findFirst()
        .orElse(ENGLISH.locale);
  }
}
