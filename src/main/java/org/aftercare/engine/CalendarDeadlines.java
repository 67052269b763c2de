package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

@Component("deadlines")
@ModelBean
class CalendarDeadlines implements Deadlines {

  static final String COUNTRY = "country";

  /** No country has this code, so it gets what holds where nothing else is said. */
  private static final String NO_COUNTRY = "ZZ";

  private final BusinessCalendar calendar;
  private final CalendarProperties properties;
  private final Clock clock;

  CalendarDeadlines(BusinessCalendar calendar, CalendarProperties properties, Clock clock) {
    this.calendar = calendar;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Date businessHours(VariableScope scope, int hours) {
    return Date.from(
        calendar.plusOpeningHours(country(scope), clock.instant(), Duration.ofHours(hours)));
  }

  @Override
  public Date businessDays(VariableScope scope, int days) {
    return Date.from(calendar.plusBusinessDays(country(scope), clock.instant(), days));
  }

  @Override
  public Date calendarDays(VariableScope scope, int days) {
    Instant then =
        clock.instant().atZone(properties.of(country(scope)).zone()).plusDays(days).toInstant();
    return Date.from(then);
  }

  static String country(VariableScope scope) {
    return country(scope == null ? null : scope.getVariable(COUNTRY));
  }

  static String country(Object variable) {
    return variable instanceof String country && !country.isBlank() ? country : NO_COUNTRY;
  }
}
