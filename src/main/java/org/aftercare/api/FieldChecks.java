package org.aftercare.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with a request, field by field, so that all is said at once. What requests
 * have in common is checked here, in the same words for all.
 */
public final class FieldChecks {

  /** Characters of a number of ours or of a partner's. */
  public static final int LONGEST_NUMBER = 64;

  /** Characters of what somebody writes freely. */
  public static final int LONGEST_TEXT = 4000;

  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]*");
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

  /** Everything but tab and line breaks; the database cannot keep all of them. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  private final List<FieldProblem> problems = new ArrayList<>();

  /** What has been found wrong, in the order of the checks. */
  public List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  /** Finds that wrong. */
  public void add(String field, String detail, String remedy) {
    problems.add(new FieldProblem(field, detail, remedy));
  }

  /**
   * Finds {@code null} wrong.
   *
   * @return whether it is there
   */
  public boolean required(String field, Object value, String remedy) {
    if (value == null) {
      add(field, "This is missing.", remedy);
    }
    return value != null;
  }

  /** Finds it wrong if nothing is written, and what {@link #text} finds wrong. */
  public void requiredText(String field, String text, String remedy) {
    required(field, text == null || text.isBlank() ? null : text, remedy);
    text(field, text);
  }

  /** A number as it stands on an invoice or an item; {@code null} is right. */
  public void number(String field, String number) {
    matches(
        field,
        number,
        NUMBER,
        "Send letters, digits, hyphens, dots, slashes and spaces, beginning with a letter or digit.");
  }

  /** A number or code that stands in addresses too; {@code null} is right. */
  public void code(String field, String code) {
    matches(
        field,
        code,
        CODE,
        "Send letters, digits, hyphens, dots and underscores, beginning with a letter or digit.");
  }

  private void matches(String field, String number, Pattern pattern, String remedy) {
    if (number == null) {
      return;
    }
    if (number.length() > LONGEST_NUMBER) {
      add(
          field,
          "This is longer than %d characters.".formatted(LONGEST_NUMBER),
          "Send the number alone.");
    } else if (!pattern.matcher(number).matches()) {
      add(field, "This is no number as we know them.", remedy);
    }
  }

  /** What somebody writes freely; {@code null} is right. */
  public void text(String field, String text) {
    if (text == null) {
      return;
    }
    if (text.length() > LONGEST_TEXT) {
      add(
          field,
          "The text has %d characters; at most %d are kept.".formatted(text.length(), LONGEST_TEXT),
          "Shorten it.");
    } else if (CONTROL.matcher(text).find()) {
      add(
          field,
          "The text holds control characters.",
          "Send plain text; only tabs and line breaks may stand beside what is printed.");
    }
  }
}
