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
 * {@code {fact,date}} or {@code {fact,time}}. A fact that is a code, such as {@code OUT_OF_PERIOD},
 * is replaced by the message {@code <module>.<fact>.<code>} where the bundles have one; the module
 * is the template's first word.
 */
@Component
class Wording {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)(?:,\\s*(date|time))?}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final MessageSource messages;

  Wording(MessageSource messages) {
    this.messages = messages;
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
    FactFormat format = new FactFormat(locale, zone, raw("notifications.instant", locale));
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
              return Matcher.quoteReplacement(
                  CODE.matcher(value).matches()
                      ? code(key, fact, value, locale)
                      : format.format(CONTROL.matcher(value).replaceAll(" "), match.group(2)));
            });
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
