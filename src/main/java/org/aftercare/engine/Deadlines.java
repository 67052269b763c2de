package org.aftercare.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Deadlines for models, as the bean {@code deadlines}: due dates of user tasks and timers, for
 * example {@code ${deadlines.businessHours(execution, 4)}}. The country is the process variable
 * {@code country} (ISO 3166 alpha-2); without it the configured default opening hours hold. In a
 * task's due date and in its listeners {@code task} may be given instead of {@code execution}.
 */
public interface Deadlines {

  /** When that many hours of opening time have passed from now on. */
  Date businessHours(VariableScope scope, int hours);

  /** The end of opening hours on the n-th business day after today. */
  Date businessDays(VariableScope scope, int days);

  /** The same time of day in the country, that many days from now. */
  Date calendarDays(VariableScope scope, int days);
}
