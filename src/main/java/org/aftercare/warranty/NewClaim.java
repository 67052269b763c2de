package org.aftercare.warranty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;

/**
 * A claim as it comes in. What may be left out has been filled in.
 *
 * @param orderNumber {@code null} without a proof of purchase
 * @param description what the customer writes: kept in the case's notes, never in the process
 * @param proof what the customer writes about the proof of purchase, or {@code null}
 */
record NewClaim(
    String customerId,
    String orderNumber,
    String serialNumber,
    Symptom symptom,
    String description,
    LocalDate noticedOn,
    Cause cause,
    boolean dangerous,
    Wish wish,
    Channel channel,
    String proof) {

  static final int LONGEST_TEXT = 4000;
  static final int LONGEST_NUMBER = 64;

  /** Nobody claims for a defect seen before this; a typing error is likelier. */
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]*");

  /** Everything but tab and line breaks; the database cannot keep all of them. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    number(problems, "/customerId", customerId, true);
    number(problems, "/orderNumber", orderNumber, false);
    number(problems, "/serialNumber", serialNumber, true);
    if (symptom == null) {
      problems.add(
          missing("/symptom", "Send one of NO_POWER, NOT_COOLING, LEAKING, NOISE, BROKEN, OTHER."));
    }
    text(problems, "/description", description, true);
    text(problems, "/proof", proof, false);
    if (noticedOn == null) {
      problems.add(
          missing("/noticedOn", "Send the day on which the defect was first seen: 2026-11-20."));
    } else if (noticedOn.isBefore(EARLIEST)) {
      problems.add(
          new FieldProblem(
              "/noticedOn",
              "The defect cannot have been seen before " + EARLIEST + ".",
              "Send the day on which the defect was first seen."));
    }
    return problems;
  }

  /** What is wrong with its dates. */
  List<FieldProblem> problems(LocalDate today, Purchase purchase) {
    List<FieldProblem> problems = new ArrayList<>();
    if (noticedOn.isAfter(today)) {
      problems.add(
          new FieldProblem(
              "/noticedOn",
              "The defect cannot have been seen in the future: today is " + today + ".",
              "Send the day on which the defect was first seen."));
    } else if (purchase != null
        && purchase.deliveredOn() != null
        && noticedOn.isBefore(purchase.deliveredOn())) {
      problems.add(
          new FieldProblem(
              "/noticedOn",
              "The defect cannot have been seen before the item was delivered on "
                  + purchase.deliveredOn()
                  + ".",
              "Send the day on which the defect was first seen, and check the order number."));
    }
    return problems;
  }

  private static void number(
      List<FieldProblem> problems, String field, String number, boolean required) {
    if (number == null) {
      if (required) {
        problems.add(missing(field, "Send the number as it stands on the paper or the item."));
      }
    } else if (number.length() > LONGEST_NUMBER) {
      problems.add(
          new FieldProblem(
              field,
              "This is longer than %d characters.".formatted(LONGEST_NUMBER),
              "Send the number alone."));
    } else if (!NUMBER.matcher(number).matches()) {
      problems.add(
          new FieldProblem(
              field,
              "This is no number as we know them.",
              "Send letters, digits, hyphens, dots, slashes and spaces, beginning with a letter or digit."));
    }
  }

  private static void text(
      List<FieldProblem> problems, String field, String text, boolean required) {
    if (text == null || text.isBlank()) {
      if (required) {
        problems.add(missing(field, "Say in a few words what is wrong."));
      }
    } else if (text.length() > LONGEST_TEXT) {
      problems.add(
          new FieldProblem(
              field,
              "The text has %d characters; at most %d are kept."
                  .formatted(text.length(), LONGEST_TEXT),
              "Shorten it."));
    } else if (CONTROL.matcher(text).find()) {
      problems.add(
          new FieldProblem(
              field,
              "The text holds control characters.",
              "Send plain text; only tabs and line breaks may stand beside what is printed."));
    }
  }

  private static FieldProblem missing(String field, String remedy) {
    return new FieldProblem(field, "This is missing.", remedy);
  }
}
