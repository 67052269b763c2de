package org.aftercare.engine;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Opening hours in local time.
 *
 * @param zone where a country names none
 * @param opens where a country names none
 * @param closes where a country names none; after {@code opens}
 * @param days open days of the week where a country names none
 * @param countries what differs, by ISO 3166 alpha-2 code
 */
@ConfigurationProperties("aftercare.calendar")
record CalendarProperties(
    @DefaultValue("Europe/Stockholm") ZoneId zone,
    @DefaultValue("08:00") LocalTime opens,
    @DefaultValue("17:00") LocalTime closes,
    @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) Set<DayOfWeek> days,
    Map<String, Country> countries) {

  CalendarProperties {
    countries = countries == null ? Map.of() : Map.copyOf(countries);
  }

  OpeningHours of(String country) {
    Country own = countries.get(country);
    if (own == null) {
      return new OpeningHours(zone, opens, closes, days, Set.of());
    }
    return new OpeningHours(
        own.zone() == null ? zone : own.zone(),
        own.opens() == null ? opens : own.opens(),
        own.closes() == null ? closes : own.closes(),
        own.days() == null || own.days().isEmpty() ? days : own.days(),
        own.closedOn() == null ? Set.of() : own.closedOn());
  }

  /**
   * @param zone null: as elsewhere
   * @param opens null: as elsewhere
   * @param closes null: as elsewhere
   * @param days null: as elsewhere
   * @param closedOn days of each year on which the company is closed beside public holidays, for
   *     example {@code --12-24}
   */
  record Country(
      ZoneId zone,
      LocalTime opens,
      LocalTime closes,
      Set<DayOfWeek> days,
      Set<MonthDay> closedOn) {}

  /** What holds in one country. */
  record OpeningHours(
      ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days, Set<MonthDay> closedOn) {

    OpeningHours {
      if (!closes.isAfter(opens) || days.isEmpty()) {
        throw new EngineMisconfiguredException(
            "Opening hours from %s to %s on %s leave no time to work in."
                .formatted(opens, closes, days),
            "Correct aftercare.calendar: closes must be after opens, on at least one day.");
      }
    }
  }
}
