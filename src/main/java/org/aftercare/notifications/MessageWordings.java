package org.aftercare.notifications;

import java.util.Locale;
import java.util.Map;
import org.aftercare.customers.CustomerPreferences;
import org.springframework.stereotype.Component;

/** Says on pages what {@link Wording} says in messages, with the reader's clock and formats. */
@Component
class MessageWordings implements Wordings {

  private final Wording wording;
  private final CustomerPreferences customers;

  MessageWordings(Wording wording, CustomerPreferences customers) {
    this.wording = wording;
    this.customers = customers;
  }

  @Override
  public boolean has(String key) {
    return wording.has(key);
  }

  @Override
  public String text(String key, Map<String, String> facts, Locale language, String country) {
    return wording.text(key, facts, inCountry(language, country), customers.zoneOf(country));
  }

  @Override
  public String value(FactType type, String value, Locale language, String country) {
    return wording.value(type, value, inCountry(language, country), customers.zoneOf(country));
  }

  private static Locale inCountry(Locale language, String country) {
    Locale.Builder locale = new Locale.Builder().setLanguage(language.getLanguage());
    return country == null ? locale.build() : locale.setRegion(country).build();
  }
}
