package org.aftercare.engine.guard;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * The expressions that a query may hold. They are evaluated with the engine's own rights, so a
 * query that anybody sends holds none, and a stored filter only those that say who asks and when.
 * The sub-queries of {@code orQueries} count like the query itself: that they did not is
 * CVE-2026-109432.
 */
final class FilterExpressions {

  private static final String MOMENT =
      "(?:now\\(\\)|dateTime\\(\\)"
          + "(?:\\.(?:plus|minus)(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,5}\\)"
          + "|\\.with(?:SecondOfMinute|MinuteOfHour|HourOfDay|DayOfWeek|DayOfMonth|DayOfYear|MonthOfYear|Year)\\(\\d{1,5}\\)"
          + "|\\.withTimeAtStartOfDay\\(\\)"
          + "|\\.toDate\\(\\))*)";

  private static final Pattern ALLOWED =
      Pattern.compile(
          "[$#]\\{\\s*(?:currentUser\\(\\)|currentUserGroups\\(\\)|" + MOMENT + ")\\s*}");

  private FilterExpressions() {}

  static boolean allows(String expression) {
    return ALLOWED.matcher(expression).matches();
  }

  /** Refuses a query that was not stored before and holds an expression at any depth. */
  static void requireNone(AbstractQuery<?, ?> query) {
    if (!query.getExpressions().isEmpty()) {
      throw new ExpressionRefusedException("Expressions are not allowed in queries.");
    }
    if (query instanceof TaskQueryImpl tasks) {
      for (TaskQueryImpl part : tasks.getQueries()) {
        if (part != query) {
          requireNone(part);
        }
      }
    }
  }

  /** Refuses a query to be stored that holds any but the allowed expressions at any depth. */
  static void requireAllowed(AbstractQuery<?, ?> query) {
    query.getExpressions().values().forEach(FilterExpressions::requireAllowed);
    if (query instanceof TaskQueryImpl tasks) {
      for (TaskQueryImpl part : tasks.getQueries()) {
        if (part != query) {
          requireAllowed(part);
        }
      }
    }
  }

  static void requireAllowed(String expression) {
    if (!allows(expression)) {
      throw new ExpressionRefusedException(
          "This expression is not allowed in a filter. Allowed are currentUser(), currentUserGroups(), now() and dateTime() with plus, minus and with.");
    }
  }
}
