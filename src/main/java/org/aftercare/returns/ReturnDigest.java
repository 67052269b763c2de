package org.aftercare.returns;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.HouseworkTurns;
import org.aftercare.engine.StaffGroup;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient.ToTeam;
import org.aftercare.systems.SystemUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the product managers once a week, when the office opens after the week's Sunday, how much
 * of each product came back. A week that was missed follows as soon as a node runs and the orders
 * answer.
 */
@Component
class ReturnDigest {

  static final String TEMPLATE = "return-digest.weekly";
  static final String TEMPLATE_WITHOUT_ROWS = "return-digest.nothing";

  private static final Logger LOG = LoggerFactory.getLogger(ReturnDigest.class);
  private static final String WORK = "return-digest";

  /** Shorter than the schedule, so that a node does not miss every other turn. */
  private static final Duration TURN = Duration.ofMinutes(9);

  /** After a longer standstill nobody wants to read all that was missed. */
  private static final int MISSED_WEEKS = 4;

  private static final int MONTHS = 12;

  /** More than the weeks that may be missed and the months that are summed up. */
  private static final int KEPT_MONTHS = 24;

  /** Stands where nothing was sold. */
  private static final String NO_SHARE = "–";

  private final ReturnStatistics statistics;
  private final ReturnedUnits units;
  private final ReturnDigests digests;
  private final Notifications notifications;
  private final BusinessCalendar calendar;
  private final ReturnDigestProperties properties;
  private final HouseworkTurns turns;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReturnDigest(
      ReturnStatistics statistics,
      ReturnedUnits units,
      ReturnDigests digests,
      Notifications notifications,
      BusinessCalendar calendar,
      ReturnDigestProperties properties,
      HouseworkTurns turns,
      TransactionTemplate transaction,
      Clock clock) {
    this.statistics = statistics;
    this.units = units;
    this.digests = digests;
    this.notifications = notifications;
    this.calendar = calendar;
    this.properties = properties;
    this.turns = turns;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void tellInTurn() {
    if (!turns.take(WORK, TURN)) {
      return;
    }
    try {
      tellWhatIsDue();
    } catch (SystemUnavailableException e) {
      LOG.warn("The weekly digest of returns waits for the orders: {}", e.getMessage());
    }
  }

  /**
   * @throws SystemUnavailableException if the orders do not answer; nothing of the week has been
   *     told then, and the next call tells it
   */
  void tellWhatIsDue() {
    LocalDate latest = latestDue();
    LocalDate told = digests.last().orElse(null);
    if (told == null) {
      // Counting begins: of the weeks before there is nothing to tell.
      record(latest);
      return;
    }
    LocalDate earliest = latest.minusWeeks(MISSED_WEEKS - 1L);
    LocalDate next = told.plusWeeks(1);
    for (LocalDate sunday = next.isBefore(earliest) ? earliest : next;
        !sunday.isAfter(latest);
        sunday = sunday.plusWeeks(1)) {
      tell(sunday);
    }
    LocalDate needless = latest.minusMonths(KEPT_MONTHS);
    HouseworkTurns.inParts(() -> units.forgetBefore(needless, HouseworkTurns.BATCH));
  }

  /** The Sunday of the last week after which the office has opened. */
  private LocalDate latestDue() {
    LocalDate today = calendar.dateIn(properties.country(), clock.instant());
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    boolean open =
        !calendar
            .plusOpeningHours(
                properties.country(),
                // The office lies near enough to UTC that it has not opened by then.
                monday.atStartOfDay(ZoneOffset.UTC).toInstant(),
                Duration.ZERO)
            .isAfter(clock.instant());
    return open ? monday.minusDays(1) : monday.minusDays(8);
  }

  private void record(LocalDate sunday) {
    try {
      transaction.executeWithoutResult(status -> digests.told(sunday, clock.instant()));
    } catch (DuplicateKeyException e) {
      LOG.debug("Another node has recorded the week until {}.", sunday);
    }
  }

  private void tell(LocalDate sunday) {
    // Asked before the transaction begins: it must not wait for another system.
    Notice notice = notice(sunday);
    try {
      transaction.executeWithoutResult(
          status -> {
            digests.told(sunday, clock.instant());
            notifications.tell(notice);
          });
    } catch (DuplicateKeyException e) {
      LOG.debug("Another node has told the week until {}.", sunday);
    }
  }

  private Notice notice(LocalDate sunday) {
    LocalDate monday = sunday.minusDays(6);
    LocalDate yearFrom = yearFrom(sunday);
    Map<String, ReturnShare> week = statistics.byProduct(monday, sunday);
    Map<String, ReturnShare> year = statistics.byProduct(yearFrom, sunday);
    TreeSet<String> products = new TreeSet<>(week.keySet());
    products.addAll(year.keySet());
    List<Map<String, String>> rows =
        products.stream()
            .sorted(
                Comparator.comparing(
                    (String product) -> share(year, product).percent().orElse(BigDecimal.ZERO),
                    Comparator.reverseOrder()))
            .map(product -> row(product, share(week, product), share(year, product)))
            .toList();
    return Notice.report(
        "return-digest/" + sunday,
        new ToTeam(StaffGroup.PRODUCT_MANAGERS.id()),
        rows.isEmpty() ? TEMPLATE_WITHOUT_ROWS : TEMPLATE,
        Map.of(
            "weekFrom", monday.toString(),
            "weekUntil", sunday.toString(),
            "yearFrom", yearFrom.toString()),
        rows);
  }

  /**
   * Twelve months back, but not before the day on which counting began: units sold before would
   * make the share look smaller than it is.
   */
  private LocalDate yearFrom(LocalDate sunday) {
    LocalDate twelveMonths = sunday.plusDays(1).minusMonths(MONTHS);
    LocalDate counted = digests.first().orElseThrow().plusDays(1);
    return counted.isAfter(twelveMonths) ? counted : twelveMonths;
  }

  private static ReturnShare share(Map<String, ReturnShare> shares, String product) {
    return shares.getOrDefault(product, ReturnShare.NONE);
  }

  private static Map<String, String> row(String product, ReturnShare week, ReturnShare year) {
    return Map.of(
        "product", product,
        "returnedInWeek", Long.toString(week.returned()),
        "soldInWeek", Long.toString(week.sold()),
        "shareOfWeek", percent(week),
        "returnedInYear", Long.toString(year.returned()),
        "soldInYear", Long.toString(year.sold()),
        "shareOfYear", percent(year));
  }

  private static String percent(ReturnShare share) {
    return share.percent().map(BigDecimal::toPlainString).orElse(NO_SHARE);
  }
}
