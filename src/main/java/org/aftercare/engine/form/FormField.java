package org.aftercare.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of a form with what it demands of an answer.
 *
 * @param values the choices; empty if anything of the type may be answered
 * @param valuesBy a FEEL expression for the choices, each with {@code value} and {@code label};
 *     {@code null} if they are fixed
 * @param hiddenBy FEEL expressions, each of which hides the field if it holds
 * @param ahead whether a time must lie in the future
 */
record FormField(
    String key,
    String type,
    List<Object> values,
    String valuesBy,
    List<String> hiddenBy,
    boolean required,
    boolean ahead,
    JsonNode constraints) {

  private static final String DAY = "date";

  static FormField of(JsonNode component, List<String> hiddenBy) {
    List<Object> values = new ArrayList<>();
    for (JsonNode option : component.path("values")) {
      values.add(plain(option.path("value")));
    }
    String valuesBy = component.path("valuesExpression").asText();
    return new FormField(
        component.path("key").asText(),
        typeOf(component),
        List.copyOf(values),
        valuesBy.isBlank() ? null : TaskForm.expression(valuesBy),
        hiddenBy,
        component.path("validate").path("required").asBoolean(),
        component.path("disallowPassedDates").asBoolean(),
        component.path("validate"));
  }

  /**
   * A day alone is asked for by the same component as a day with a time, and answered otherwise.
   */
  private static String typeOf(JsonNode component) {
    String type = component.path("type").asText();
    return type.equals("datetime") && component.path("subtype").asText().equals("date")
        ? DAY
        : type;
  }

  /** With the choices that are open in the task at hand. */
  FormField offering(List<Object> choices) {
    return new FormField(key, type, choices, null, hiddenBy, required, ahead, constraints);
  }

  private static Object plain(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isNumber() ? value.decimalValue() : value.asText();
  }

  /**
   * What is wrong with an answer, without repeating it: it may be personal.
   *
   * @param answer {@code null} if there is none
   * @param now the product's time
   */
  Optional<String> problemWith(Object answer, Instant now) {
    if (answer == null || answer instanceof String text && text.isBlank()) {
      return required ? Optional.of("is missing" + choices()) : Optional.empty();
    }
    return switch (type) {
      case "radio", "select" ->
          values.isEmpty() || values.stream().anyMatch(value -> same(value, answer))
              ? Optional.empty()
              : Optional.of("has a value that is not allowed" + choices());
      case "checkbox" -> answer instanceof Boolean ? Optional.empty() : mustBe("true or false");
      case "number" -> number(answer);
      case "textfield", "textarea" -> answer instanceof String text ? text(text) : mustBe("a text");
      case "datetime" -> dateTime(answer, now);
      case DAY -> day(answer, now);
      default -> Optional.empty();
    };
  }

  /** Forms of ours ask for a day with a time; the browser sends it with its offset from UTC. */
  private Optional<String> dateTime(Object answer, Instant now) {
    if (!(answer instanceof String text)) {
      return mustBe("a date and time");
    }
    try {
      Instant given = OffsetDateTime.parse(text).toInstant();
      return ahead && !given.isAfter(now) ? mustBe("in the future") : Optional.empty();
    } catch (DateTimeParseException notIso) {
      return mustBe("a date and time with an offset, such as 2026-12-01T09:00+01:00");
    }
  }

  private Optional<String> day(Object answer, Instant now) {
    if (!(answer instanceof String text)) {
      return mustBe("a date");
    }
    try {
      LocalDate given = LocalDate.parse(text);
      return ahead && given.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))
          ? mustBe("in the future")
          : Optional.empty();
    } catch (DateTimeParseException notIso) {
      return mustBe("a date, such as 2026-12-01");
    }
  }

  private String choices() {
    return values.isEmpty()
        ? ""
        : values.stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "; allowed: ", ""));
  }

  private static boolean same(Object value, Object answer) {
    return value instanceof BigDecimal wanted && answer instanceof Number given
        ? wanted.compareTo(new BigDecimal(given.toString())) == 0
        : value.equals(answer);
  }

  private Optional<String> number(Object answer) {
    BigDecimal given;
    try {
      given = new BigDecimal(answer.toString());
    } catch (NumberFormatException e) {
      return mustBe("a number");
    }
    if (constraints.has("min") && given.compareTo(limit("min")) < 0) {
      return mustBe(limit("min") + " or more");
    }
    return constraints.has("max") && given.compareTo(limit("max")) > 0
        ? mustBe(limit("max") + " or less")
        : Optional.empty();
  }

  private BigDecimal limit(String name) {
    return new BigDecimal(constraints.path(name).asText());
  }

  private Optional<String> text(String given) {
    int shortest = constraints.path("minLength").asInt(0);
    int longest = constraints.path("maxLength").asInt(Integer.MAX_VALUE);
    if (given.length() < shortest) {
      return mustBe("at least " + shortest + " characters long");
    }
    if (given.length() > longest) {
      return mustBe("at most " + longest + " characters long");
    }
    String pattern = constraints.path("pattern").asText();
    return pattern.isEmpty() || Pattern.compile(pattern).matcher(given).find()
        ? Optional.empty()
        : mustBe("of the form " + pattern);
  }

  private static Optional<String> mustBe(String what) {
    return Optional.of("must be " + what);
  }
}
