package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aftercare.engine.NodeTurns;
import org.aftercare.engine.ProductCalendar;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient.ToTeam;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Sales;
import org.aftercare.systems.Orders.UnitsSold;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The weekly digest: right to the unit, once a week, and not lost. */
class ReturnDigestTest {

  /** A Monday; the office in Stockholm opens at eight. */
  private static final Instant BEFORE_OPENING = Instant.parse("2027-11-22T06:59:59Z");

  private static final Instant OPENING = Instant.parse("2027-11-22T07:00:00Z");
  private static final LocalDate SUNDAY = LocalDate.of(2027, 11, 21);

  private static final int PAGE = 7;

  private final List<Sale> sold = new ArrayList<>();
  private final List<GoodsReceived> received = new ArrayList<>();
  private final List<Notice> told = new CopyOnWriteArrayList<>();
  private boolean ordersAnswer = true;
  private Instant now = OPENING;

  private HikariDataSource dataSource;
  private TransactionTemplate transaction;
  private JdbcClient jdbc;
  private ReturnedUnits units;

  /** A unit of a product, and the day on which it was ordered. */
  private record Sale(String sku, String product, LocalDate on) {}

  private void on(TestDatabase.Kind kind) {
    Map<String, Object> properties = TestDatabases.empty(kind);
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(properties.get("spring.datasource.url").toString());
    dataSource.setUsername(properties.get("spring.datasource.username").toString());
    dataSource.setPassword(properties.get("spring.datasource.password").toString());
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V001__engine.sql"),
            new ClassPathResource("db/migration/V002__housekeeping.sql"),
            new ClassPathResource("db/migration/V062__return_digest.sql"))
        .execute(dataSource);
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    units = new ReturnedUnits(jdbc);
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  /** One node: its own objects over the shared database. */
  private ReturnDigest node() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new ReturnDigest(
        new ReturnStatistics(new ReturnedUnits(jdbc), orders()),
        new ReturnedUnits(jdbc),
        new ReturnDigests(jdbc),
        new Told(),
        ProductCalendar.shipped(),
        new ReturnDigestProperties("SE"),
        NodeTurns.of(jdbc, clock),
        transaction,
        clock);
  }

  /** Counting began long ago, and the digest before the one that is due was told. */
  private void countedSince(LocalDate sunday) {
    ReturnDigests digests = new ReturnDigests(jdbc);
    digests.told(sunday, OPENING);
    if (sunday.isBefore(SUNDAY.minusWeeks(1))) {
      digests.told(SUNDAY.minusWeeks(1), OPENING);
    }
  }

  private void receive(GoodsReceived goods) {
    received.add(goods);
    transaction.executeWithoutResult(status -> units.count(goods));
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.Kind.class,
      names = {"H2", "POSTGRESQL"})
  void isRightToTheUnit(TestDatabase.Kind kind) {
    on(kind);
    countedSince(LocalDate.of(2026, 1, 4));
    generate(new Random(20271122));

    node().tellWhatIsDue();

    Notice notice = told.get(0);
    assertThat(told).hasSize(1);
    assertThat(notice.to()).isEqualTo(new ToTeam("product-managers"));
    assertThat(notice.facts())
        .isEqualTo(
            Map.of("weekFrom", "2027-11-15", "weekUntil", "2027-11-21", "yearFrom", "2026-11-22"));
    assertThat(notice.rows())
        .containsExactlyInAnyOrderElementsOf(
            expected(LocalDate.of(2027, 11, 15), LocalDate.of(2026, 11, 22)));
    assertThat(notice.rows().stream().map(row -> row.get("shareOfYear")).toList())
        .isSortedAccordingTo((one, other) -> new BigDecimal(other).compareTo(new BigDecimal(one)));
  }

  /** Many products in several countries, on the first and last days of the periods above all. */
  private void generate(Random random) {
    List<LocalDate> limits =
        List.of(
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2026, 11, 22),
            LocalDate.of(2027, 11, 14),
            LocalDate.of(2027, 11, 15),
            SUNDAY,
            SUNDAY.plusDays(1));
    for (int i = 0; i < 3_000; i++) {
      String product = "P-" + random.nextInt(40);
      String sku = product + (random.nextBoolean() ? "-SE" : "-PL");
      LocalDate day =
          random.nextInt(3) == 0
              ? limits.get(random.nextInt(limits.size()))
              : SUNDAY.minusDays(random.nextInt(500));
      sold.add(new Sale(sku, product, day));
      if (random.nextInt(5) == 0) {
        receive(
            new GoodsReceived(
                "R-" + random.nextInt(400), sku, product, 1 + random.nextInt(3), day));
      }
    }
  }

  /** Counted unit by unit, from the data and not from the product's tables. */
  private List<Map<String, String>> expected(LocalDate monday, LocalDate yearFrom) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Sale sale : sold) {
      add(counts, sale.product(), sale.on(), monday, yearFrom, 0, 1);
    }
    for (GoodsReceived goods : received) {
      add(counts, goods.product(), goods.receivedOn(), monday, yearFrom, 1, goods.units());
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (String product : new TreeSet<>(counts.keySet())) {
      long[] count = counts.get(product);
      rows.add(
          Map.of(
              "product", product,
              "soldInWeek", "" + count[0],
              "returnedInWeek", "" + count[1],
              "shareOfWeek", percent(count[1], count[0]),
              "soldInYear", "" + count[2],
              "returnedInYear", "" + count[3],
              "shareOfYear", percent(count[3], count[2])));
    }
    return rows;
  }

  private static void add(
      Map<String, long[]> counts,
      String product,
      LocalDate day,
      LocalDate monday,
      LocalDate yearFrom,
      int which,
      int units) {
    if (day.isBefore(yearFrom) || day.isAfter(SUNDAY)) {
      return;
    }
    long[] count = counts.computeIfAbsent(product, name -> new long[4]);
    count[2 + which] += units;
    count[which] += day.isBefore(monday) ? 0 : units;
  }

  private static String percent(long part, long whole) {
    return whole == 0
        ? "–"
        : new BigDecimal(part * 1000)
            .divide(new BigDecimal(whole), 0, RoundingMode.HALF_UP)
            .movePointLeft(1)
            .toPlainString();
  }

  @Test
  void comesWhenTheOfficeOpensOnMonday() {
    on(TestDatabase.Kind.H2);
    countedSince(SUNDAY.minusWeeks(1));
    now = BEFORE_OPENING;
    node().tellWhatIsDue();
    assertThat(told).isEmpty();

    now = OPENING;
    node().tellWhatIsDue();
    node().tellWhatIsDue();
    assertThat(told).extracting(Notice::id).containsExactly("return-digest/2027-11-21");
  }

  @Test
  void comesOnTuesdayWhenMondayIsAHoliday() {
    on(TestDatabase.Kind.H2);
    LocalDate easterDay = LocalDate.of(2027, 3, 28);
    new ReturnDigests(jdbc).told(easterDay.minusWeeks(1), OPENING);
    now = Instant.parse("2027-03-29T20:00:00Z");
    node().tellWhatIsDue();
    assertThat(told).isEmpty();

    now = Instant.parse("2027-03-30T06:00:00Z");
    node().tellWhatIsDue();
    assertThat(told).extracting(Notice::id).containsExactly("return-digest/2027-03-28");
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.Kind.class,
      names = {"H2", "POSTGRESQL"})
  void twoNodesTellItOnce(TestDatabase.Kind kind) throws Exception {
    on(kind);
    countedSince(SUNDAY.minusWeeks(1));
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        ReturnDigest node = node();
        running.add(
            nodes.submit(
                () -> {
                  together.await();
                  node.tellWhatIsDue();
                  return null;
                }));
      }
      for (Future<?> node : running) {
        node.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void onlyOneNodeAsksAtATime() {
    on(TestDatabase.Kind.H2);
    countedSince(SUNDAY.minusWeeks(1));
    ordersAnswer = false;
    node().tellInTurn();
    ordersAnswer = true;
    node().tellInTurn();
    assertThat(told).as("the turn was the other node's").isEmpty();

    now = OPENING.plusSeconds(600);
    node().tellInTurn();
    assertThat(told).hasSize(1);
  }

  @Test
  void waitsForTheOrders() {
    on(TestDatabase.Kind.H2);
    countedSince(SUNDAY.minusWeeks(1));
    ordersAnswer = false;
    assertThatThrownBy(() -> node().tellWhatIsDue()).isInstanceOf(SystemUnavailableException.class);
    assertThat(told).isEmpty();

    ordersAnswer = true;
    now = OPENING.plusSeconds(86_400);
    node().tellWhatIsDue();
    assertThat(told).extracting(Notice::id).containsExactly("return-digest/2027-11-21");
  }

  @Test
  void weeksThatWereMissedFollow() {
    on(TestDatabase.Kind.H2);
    countedSince(SUNDAY.minusWeeks(3));
    jdbc.sql("delete from return_digest where week_ends_on = :sunday")
        .param("sunday", SUNDAY.minusWeeks(1))
        .update();
    receive(new GoodsReceived("R-1", "A-SE", "A", 2, SUNDAY.minusWeeks(1)));
    now = Instant.parse("2027-11-24T10:00:00Z");

    node().tellWhatIsDue();

    assertThat(told)
        .extracting(Notice::id)
        .containsExactly(
            "return-digest/2027-11-07", "return-digest/2027-11-14", "return-digest/2027-11-21");
    assertThat(told.get(0).template()).isEqualTo("return-digest.nothing");
    assertThat(told.get(1).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("returnedInWeek", "2")
                    .containsEntry("shareOfWeek", "–"));
    assertThat(told.get(2).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("returnedInWeek", "0")
                    .containsEntry("returnedInYear", "2"));
  }

  @Test
  void afterALongStandstillOnlyTheLastFourWeeksFollow() {
    on(TestDatabase.Kind.H2);
    new ReturnDigests(jdbc).told(SUNDAY.minusWeeks(30), OPENING);
    node().tellWhatIsDue();
    assertThat(told).hasSize(4).last().extracting(Notice::id).isEqualTo("return-digest/2027-11-21");
  }

  @Test
  void theFirstWeekIsTheOneInWhichCountingBegan() {
    on(TestDatabase.Kind.H2);
    now = Instant.parse("2027-11-18T10:00:00Z");
    sold.add(new Sale("A-SE", "A", LocalDate.of(2027, 6, 1)));
    sold.add(new Sale("A-SE", "A", LocalDate.of(2027, 11, 19)));
    node().tellWhatIsDue();
    assertThat(told).isEmpty();

    now = OPENING;
    node().tellWhatIsDue();
    assertThat(told)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.facts()).containsEntry("yearFrom", "2027-11-15");
              assertThat(notice.rows())
                  .as("units sold before are not held against it")
                  .singleElement()
                  .satisfies(row -> assertThat(row).containsEntry("soldInYear", "1"));
            });
  }

  @Test
  void aSecondParcelOfTheDayCountsToo() {
    on(TestDatabase.Kind.H2);
    receive(new GoodsReceived("R-1", "A-SE", "A", 2, SUNDAY));
    receive(new GoodsReceived("R-1", "A-SE", "A", 1, SUNDAY));
    assertThat(units.between(SUNDAY, SUNDAY))
        .containsExactly(new ReturnedUnits.Returned("A-SE", "A", 3));
  }

  @Test
  void goodsThatWereNotRecordedAreNotCounted() {
    on(TestDatabase.Kind.H2);
    transaction.executeWithoutResult(
        status -> {
          units.count(new GoodsReceived("R-1", "A-SE", "A", 2, SUNDAY));
          status.setRollbackOnly();
        });
    assertThat(units.between(SUNDAY, SUNDAY)).isEmpty();
  }

  @Test
  void whatNoDigestNeedsAnyMoreGoes() {
    on(TestDatabase.Kind.H2);
    countedSince(SUNDAY.minusWeeks(1));
    receive(new GoodsReceived("R-1", "A-SE", "A", 1, SUNDAY.minusMonths(24).minusDays(1)));
    receive(new GoodsReceived("R-2", "A-SE", "A", 1, SUNDAY.minusMonths(24)));
    node().tellWhatIsDue();
    assertThat(jdbc.sql("select case_number from returned_units").query(String.class).list())
        .containsExactly("R-2");
  }

  @Test
  void aProductThatWasRenamedCountsUnderItsNewName() {
    on(TestDatabase.Kind.H2);
    countedSince(SUNDAY.minusWeeks(1));
    sold.add(new Sale("A-SE", "New", SUNDAY));
    receive(new GoodsReceived("R-1", "A-SE", "Old", 1, SUNDAY));
    node().tellWhatIsDue();
    assertThat(told.get(0).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("product", "New")
                    .containsEntry("shareOfWeek", "100.0"));
  }

  private final class Told implements Notifications {

    @Override
    public void tell(Notice notice) {
      told.add(notice);
    }

    @Override
    public List<TellLog> about(String caseNumber) {
      return List.of();
    }
  }

  /** The orders system, in pages of seven products. */
  private Orders orders() {
    Orders orders = mock(Orders.class);
    when(orders.sales(any(), any(), anyInt()))
        .thenAnswer(
            asked -> sales(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
    return orders;
  }

  private Sales sales(LocalDate from, LocalDate until, int page) {
    if (!ordersAnswer) {
      throw new SystemUnavailableException("orders", "sales: cannot be reached", null);
    }
    Map<String, UnitsSold> bySku = new TreeMap<>();
    for (Sale sale : sold) {
      if (!sale.on().isBefore(from) && !sale.on().isAfter(until)) {
        bySku.merge(
            sale.sku(),
            new UnitsSold(sale.sku(), sale.product(), 1),
            (a, b) -> new UnitsSold(a.sku(), a.product(), a.units() + b.units()));
      }
    }
    List<UnitsSold> all = List.copyOf(bySku.values());
    int start = Math.min(page * PAGE, all.size());
    int end = Math.min(start + PAGE, all.size());
    return new Sales(all.subList(start, end), end < all.size());
  }
}
