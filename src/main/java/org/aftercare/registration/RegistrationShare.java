package org.aftercare.registration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aftercare.registration.ProductRegistration.DoneBy;
import org.aftercare.registration.Registrations.Counted;

/**
 * Who registers, month by month.
 *
 * @param months oldest first; months without registrations are left out
 */
record RegistrationShare(List<Month> months) {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  static RegistrationShare of(List<Counted> counted) {
    Map<YearMonth, Map<DoneBy, Long>> byMonth = new TreeMap<>();
    counted.forEach(
        count ->
            byMonth
                .computeIfAbsent(count.month(), month -> new EnumMap<>(DoneBy.class))
                .put(count.doneBy(), count.registrations()));
    List<Month> months = new ArrayList<>();
    byMonth.forEach(
        (month, by) ->
            months.add(
                Month.of(
                    month,
                    by.getOrDefault(DoneBy.CUSTOMER, 0L),
                    by.getOrDefault(DoneBy.STAFF, 0L),
                    by.getOrDefault(DoneBy.PARTNER, 0L))));
    return new RegistrationShare(months);
  }

  /**
   * @param month such as {@code 2026-11}
   * @param selfServicePercent what customers did themselves of all, with one decimal
   */
  record Month(
      String month, long customers, long staff, long partners, BigDecimal selfServicePercent) {

    static Month of(YearMonth month, long customers, long staff, long partners) {
      BigDecimal all = BigDecimal.valueOf(customers + staff + partners);
      return new Month(
          month.toString(),
          customers,
          staff,
          partners,
          BigDecimal.valueOf(customers).multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP));
    }
  }
}
