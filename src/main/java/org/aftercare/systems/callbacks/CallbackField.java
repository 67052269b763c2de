package org.aftercare.systems.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.aftercare.engine.Reference;

/**
 * A field of a callback's data.
 *
 * @param name the field's name and that of the process variable
 * @param form what it must look like
 * @param choices what it may be, for {@link Form#CHOICE}
 */
record CallbackField(String name, Form form, List<String> choices) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  enum Form {
    ID,
    DATE,
    INSTANT,
    CHOICE
  }

  static CallbackField id(String name) {
    return new CallbackField(name, Form.ID, List.of());
  }

  static CallbackField date(String name) {
    return new CallbackField(name, Form.DATE, List.of());
  }

  static CallbackField instant(String name) {
    return new CallbackField(name, Form.INSTANT, List.of());
  }

  static CallbackField oneOf(String name, String... choices) {
    return new CallbackField(name, Form.CHOICE, List.of(choices));
  }

  /** What to send, for somebody who sent something else. */
  String remedy() {
    return switch (form) {
      case ID -> "Send 1 to 100 letters, digits, hyphens, colons, full stops or underscores.";
      case DATE -> "Send a date such as 2026-12-03.";
      case INSTANT -> "Send a date and time with an offset, such as 2026-12-03T08:00:00Z.";
      case CHOICE -> "Send one of " + String.join(", ", choices) + ".";
    };
  }

  /** Whether the field looks as it must. */
  boolean accepts(JsonNode content) {
    if (!content.isTextual()) {
      return false;
    }
    String text = content.textValue();
    try {
      return switch (form) {
        case ID -> ID.matcher(text).matches();
        case DATE -> LocalDate.parse(text) != null;
        case INSTANT -> OffsetDateTime.parse(text) != null;
        case CHOICE -> choices.contains(text);
      };
    } catch (DateTimeException notIso) {
      return false;
    }
  }

  /** The process variable, in one spelling for each value. */
  Object variable(JsonNode content) {
    String text = content.textValue();
    return switch (form) {
      case ID -> new Reference(text);
      case INSTANT -> instant(content).toString();
      case DATE, CHOICE -> text;
    };
  }

  /** The instant that a field of that form names. */
  static Instant instant(JsonNode content) {
    return OffsetDateTime.parse(content.textValue()).toInstant();
  }
}
