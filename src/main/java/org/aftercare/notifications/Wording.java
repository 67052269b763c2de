package org.aftercare.notifications;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads wordings from the message bundles and fills in facts. A placeholder is {@code {fact}},
 * {@code {fact,date}}, {@code {fact,time}} or {@code {fact,zone}}. How a fact is written follows
 * from its declared type ({@link FactTypes}). A code, such as {@code OUT_OF_PERIOD}, is replaced by
 * the message {@code <module>.<fact>.<code>} where the bundles have one; the module is the
 * template's first word.
 */
@Component
class Wording {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)(?:,\\s*(date|time|zone))?}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final MessageSource messages;
  private final FactTypes types;

  Wording(MessageSource messages, FactTypes types) {
    this.messages = messages;
    this.types = types;
  }

  boolean has(String key) {
    return raw(key, Locale.ENGLISH) != null;
  }

  /** The names of the facts that a wording uses. */
  Set<String> placeholders(String key) {
    Set<String> names = new TreeSet<>();
    String pattern = raw(key, Locale.ENGLISH);
    if (pattern != null) {
      Matcher matcher = PLACEHOLDER.matcher(pattern);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /**
   * The wording in a language, English if the bundles do not know it.
   *
   * @throws IllegalArgumentException if there is no such wording or a fact is missing
   */
  String text(String key, Map<String, String> facts, Locale locale, ZoneId zone) {
    String pattern = raw(key, locale);
    if (pattern == null) {
      throw new IllegalArgumentException("The message bundles have no '%s'.".formatted(key));
    }
    FactFormat format = format(locale, zone);
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(
            match -> {
              String fact = match.group(1);
              String value = facts.get(fact);
              if (value == null) {
                throw new IllegalArgumentException(
                    "The wording '%s' needs the fact '%s'.".formatted(key, fact));
              }
              FactType type = types.of(fact);
              return Matcher.quoteReplacement(
                  beforeFullStop(
                      plain(
                          type == FactType.CODE
                              ? code(key, fact, value, locale)
                              : format.format(type, value, match.group(2))),
                      pattern,
                      match.end()));
            });
  }

  /** An abbreviation's full stop, as in "1.349,00 kr.", ends the sentence too. */
  private static String beforeFullStop(String value, String pattern, int end) {
    return value.endsWith(".") && pattern.startsWith(".", end)
        ? value.substring(0, value.length() - 1)
        : value;
  }

  /** A value on its own, as wordings write it. */
  String value(FactType type, String value, Locale locale, ZoneId zone) {
    return plain(format(locale, zone).format(type, value, null));
  }

  private FactFormat format(Locale locale, ZoneId zone) {
    return new FactFormat(locale, zone, raw("notifications.instant", locale));
  }

  /** A line break within a fact would let its writer add lines to a message, or to its headers. */
  private static String plain(String value) {
    return CONTROL.matcher(value).replaceAll(" ");
  }

  private String code(String key, String fact, String value, Locale locale) {
    String module = key.substring(0, key.indexOf('.'));
    String named = raw("%s.%s.%s".formatted(module, fact, value), locale);
    return named == null ? value : named;
  }

  private String raw(String key, Locale locale) {
    return messages.getMessage(key, null, null, locale);
  }
}
