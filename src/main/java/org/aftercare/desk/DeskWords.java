package org.aftercare.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aftercare.cases.CaseFacts;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.Wordings;
import org.springframework.stereotype.Component;

/** What the Case tab calls things. */
@Component
class DeskWords {

  static final List<String> LABELS =
      List.of(
          "address",
          "author.customer",
          "bookings",
          "case",
          "close",
          "closed-by",
          "customer",
          "deadlines",
          "email",
          "instruction",
          "language",
          "messages",
          "messages.all-read",
          "messages.none",
          "name",
          "notes",
          "notes.none",
          "number",
          "other-cases",
          "other-cases.none",
          "phone",
          "photo",
          "photos",
          "product",
          "timeline",
          "to",
          "opened");

  private final Wordings wordings;

  DeskWords(Wordings wordings) {
    this.wordings = wordings;
  }

  Map<String, String> labels(Locale language) {
    Map<String, String> labels = new TreeMap<>();
    LABELS.forEach(label -> labels.put(label, text("desk.label." + label, language)));
    return labels;
  }

  /**
   * The word for a code, and the code itself where there is none: a new code shows rather than
   * hides.
   */
  String word(String kind, String code, Locale language) {
    String key = kind + "." + code;
    return wordings.has(key) ? text(key, language) : code;
  }

  String label(String key, Locale language) {
    return wordings.has(key) ? text(key, language) : key;
  }

  /** A value as messages show it: dates and amounts as the language writes them, codes in words. */
  String value(CaseFacts.Fact fact, Locale language, String country) {
    return fact.type() == FactType.CODE
        ? word(fact.label(), fact.value(), language)
        : value(fact.type(), fact.value(), language, country);
  }

  String value(FactType type, String value, Locale language, String country) {
    return wordings.value(type, value, language, country);
  }

  private String text(String key, Locale language) {
    return wordings.text(key, Map.of(), language, null);
  }
}
