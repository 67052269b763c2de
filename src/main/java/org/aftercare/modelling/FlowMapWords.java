package org.aftercare.modelling;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aftercare.engine.flowmap.FlowMap;

/** How the map says what it knows. */
final class FlowMapWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  public String day(Instant instant) {
    return DAY.format(instant);
  }

  /** How long something is kept; a period of a setting in words. */
  public String kept(String kept) {
    try {
      Period period = Period.parse(kept);
      return period.toTotalMonths() == 0 ? days(period.getDays()) : kept;
    } catch (DateTimeParseException words) {
      return kept;
    }
  }

  public String kept(Integer days) {
    return days == null ? "for ever" : days(days);
  }

  private static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  public String steps(FlowMap.Deed deed) {
    return String.join(" · ", deed.steps());
  }

  /** Which charts something concerns, with its steps there. */
  public String steps(List<FlowMap.Deed> deeds) {
    return deeds.stream()
        .map(deed -> "%s (%s)".formatted(steps(deed), deed.chart()))
        .collect(Collectors.joining("; "));
  }
}
