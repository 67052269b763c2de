package org.aftercare.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aftercare.api.FieldProblem;
import org.aftercare.outage.Outage.Cause;
import org.aftercare.outage.Outage.Origin;
import org.aftercare.outage.Outage.Place;

/**
 * An outage as it is reported. What may be left out has been filled in.
 *
 * @param expectedEndAt {@code null} if nobody knows
 */
record OutageReport(
    Place place, Cause cause, Origin origin, Instant startedAt, Instant expectedEndAt) {

  /** Nobody reports an outage that began earlier; a typing error is likelier. */
  private static final Duration OLDEST = Duration.ofDays(30);

  private static final Duration LONGEST = Duration.ofDays(90);

  private static final Pattern SERVICE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
  private static final Pattern AREA = Pattern.compile("[0-9A-Z]{1,10}");

  /**
   * What is wrong with it in itself.
   *
   * @param countries where we have customers, ISO 3166 alpha-2
   */
  List<FieldProblem> problems(Set<String> countries, Instant now) {
    List<FieldProblem> problems = new ArrayList<>();
    if (place.service() == null || !SERVICE.matcher(place.service()).matches()) {
      problems.add(
          new FieldProblem(
              "/service",
              "This is no code of a service.",
              "Send the service's code as the customer register has it, such as BROADBAND."));
    }
    if (place.country() == null || !countries.contains(place.country())) {
      problems.add(
          new FieldProblem(
              "/country",
              "This is no country that we know.",
              "Send two capital letters of ISO 3166, such as SE."));
    }
    if (place.area() != null && !AREA.matcher(place.area()).matches()) {
      problems.add(
          new FieldProblem(
              "/area",
              "This is no beginning of a postal code.",
              "Send its first characters without blanks, such as 752, or leave it out for the whole country."));
    }
    if (startedAt == null) {
      problems.add(
          new FieldProblem(
              "/startedAt", "This is missing.", "Send the time as 2026-11-22T10:15:00Z."));
    } else {
      problems.addAll(began(startedAt, now));
      problems.addAll(end("/expectedEndAt", expectedEndAt, now));
    }
    return problems;
  }

  private static List<FieldProblem> began(Instant startedAt, Instant now) {
    if (startedAt.isAfter(now)) {
      return List.of(
          new FieldProblem(
              "/startedAt",
              "The outage cannot have begun in the future: now is %s.".formatted(now),
              "Send when it began."));
    }
    if (startedAt.isBefore(now.minus(OLDEST))) {
      return List.of(
          new FieldProblem(
              "/startedAt",
              "The outage cannot have begun more than %d days ago.".formatted(OLDEST.toDays()),
              "Send when it began."));
    }
    return List.of();
  }

  /** What is wrong with a time at which a service is to work again. */
  static List<FieldProblem> end(String field, Instant expected, Instant now) {
    if (expected == null || expected.isAfter(now) && expected.isBefore(now.plus(LONGEST))) {
      return List.of();
    }
    return List.of(
        new FieldProblem(
            field,
            "The expected end must lie ahead, and not more than %d days: now is %s."
                .formatted(LONGEST.toDays(), now),
            "Send a later time, or leave it out if nobody knows."));
  }
}
