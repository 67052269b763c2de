package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.aftercare.cases.CaseOpened;
import org.aftercare.cases.ServiceCase;
import org.aftercare.customers.Customers;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.outage.AffectedCustomers.Found;
import org.aftercare.outage.Outage.Cause;
import org.aftercare.outage.Outage.Origin;
import org.aftercare.outage.Outage.Place;
import org.aftercare.outage.Outage.State;
import org.aftercare.systems.Address;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Crm.CustomerRecord;
import org.aftercare.systems.Crm.Served;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding and telling those affected, against both databases. */
class AffectedCustomersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String NUMBER = "O-2222-2222";
  private static final int MANY = 50_000;
  private static final int PORTION = 500;

  private final Crm crm = mock(Crm.class);
  private final List<Notice> told = new ArrayList<>();
  private final Notifications notifications =
      new Notifications() {
        @Override
        public void tell(Notice notice) {
          told.add(notice);
        }

        @Override
        public List<TellLog> about(String caseNumber) {
          throw new UnsupportedOperationException("Nobody asks what was told.");
        }
      };

  private HikariDataSource dataSource;
  private TransactionTemplate transaction;
  private Outages outages;
  private AffectedCustomers affected;

  private void on(TestDatabase.Kind kind, int portion) {
    Map<String, Object> properties = TestDatabases.empty(kind);
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(properties.get("spring.datasource.url").toString());
    dataSource.setUsername(properties.get("spring.datasource.username").toString());
    dataSource.setPassword(properties.get("spring.datasource.password").toString());
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V001__engine.sql"),
            new ClassPathResource("db/migration/V002__housekeeping.sql"),
            new ClassPathResource("db/migration/V090__outage.sql"),
            new ClassPathResource("db/migration/V091__outage_rounds.sql"))
        .execute(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    outages = new JdbcOutages(JdbcClient.create(dataSource), new JdbcTemplate(dataSource));
    affected =
        new AffectedCustomers(
            outages,
            crm,
            mock(Customers.class),
            notifications,
            new OutageProperties(
                Set.of("SE"), portion, portion, BigDecimal.ZERO, Duration.ofDays(90)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    outages.add(outage(NUMBER));
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  private void serves(int customers) {
    when(crm.served(any(), any(), any(), any(), anyInt()))
        .thenAnswer(
            call -> {
              String after = call.getArgument(3);
              int from = after == null ? 0 : Integer.parseInt(after.substring(2)) + 1;
              int until = Math.min(customers, from + call.<Integer>getArgument(4));
              return Optional.of(
                  new Served(
                      IntStream.range(from, until)
                          .mapToObj(AffectedCustomersTest::customer)
                          .toList(),
                      until < customers));
            });
  }

  /** On the database of production. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void fiftyThousandAreFoundAndToldOnceEachInShortTransactions(TestDatabase.Kind kind) {
    on(kind, PORTION);
    serves(MANY);
    List<Duration> transactions = new ArrayList<>();

    Found found;
    do {
      found = timed(transactions, () -> affected.findNext(NUMBER));
    } while (found.more());
    int round = timed(transactions, () -> affected.begin(NUMBER, News.STARTED));
    boolean more;
    do {
      more = timed(transactions, () -> affected.tellNext(NUMBER, News.STARTED, 1));
    } while (more);

    assertThat(found.affected()).isEqualTo(MANY);
    assertThat(round).isEqualTo(1);
    assertThat(told).hasSize(MANY);
    assertThat(told.stream().map(Notice::id).distinct()).hasSize(MANY);
    assertThat(outages.require(NUMBER).told()).isEqualTo(MANY);
    assertThat(transactions).as("portions").hasSizeBetween(201, 203);
    assertThat(transactions)
        .as("none lasts for minutes, however slow the machine")
        .allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(15)));
  }

  private <T> T timed(List<Duration> times, Supplier<T> work) {
    long start = System.nanoTime();
    T result = transaction.execute(status -> work.get());
    times.add(Duration.ofNanos(System.nanoTime() - start));
    return result;
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void aPortionThatIsTakenAgainTellsNobodyTwice(TestDatabase.Kind kind) {
    on(kind, 2);
    serves(3);
    affected.findNext(NUMBER);
    assertThat(affected.findNext(NUMBER)).isEqualTo(new Found(false, 3));
    assertThat(affected.findNext(NUMBER)).as("nobody new").isEqualTo(new Found(false, 3));

    affected.begin(NUMBER, News.STARTED);
    transaction.executeWithoutResult(
        status -> {
          affected.tellNext(NUMBER, News.STARTED, 1);
          status.setRollbackOnly();
        });
    assertThat(told).hasSize(2);
    told.clear();
    assertThat(affected.tellNext(NUMBER, News.STARTED, 1)).isTrue();
    assertThat(affected.tellNext(NUMBER, News.STARTED, 1)).isFalse();
    assertThat(affected.tellNext(NUMBER, News.STARTED, 1)).isFalse();

    assertThat(told)
        .extracting(notice -> ((ToCustomer) notice.to()).customerId())
        .containsExactly(
            customer(0).customerId(), customer(1).customerId(), customer(2).customerId());
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void eachRoundHasItsWordsAndACorrectionNamesTheFirst(TestDatabase.Kind kind) {
    on(kind, PORTION);
    serves(1);
    affected.findNext(NUMBER);
    tell(News.STARTED);
    report(Cause.WEATHER, NOW.plusSeconds(7200), State.OPEN);
    tell(News.UPDATED);
    assertThat(affected.begin(NUMBER, News.UPDATED)).as("has been told").isZero();
    report(Cause.WEATHER, NOW.plusSeconds(7200), State.WITHDRAWN);
    assertThat(affected.begin(NUMBER, News.UPDATED)).as("overtaken").isZero();
    tell(News.WITHDRAWN);

    assertThat(told)
        .extracting(Notice::template)
        .containsExactly("outage.started-open-end", "outage.updated", "outage.withdrawn");
    assertThat(told.get(1).facts())
        .containsEntry("cause", "WEATHER")
        .containsEntry("expectedEndAt", "2026-11-22T12:00:00Z");
    assertThat(told).extracting(Notice::corrects).containsExactly(null, null, told.get(0).id());
    assertThat(new HashSet<>(told)).hasSize(3);
    assertThat(told)
        .as("held over night, only the latest is sent, and after what single people wait for")
        .allSatisfy(
            notice -> {
              assertThat(notice.topic()).isEqualTo(NUMBER);
              assertThat(notice.mass()).isTrue();
            });
    assertThat(outages.require(NUMBER).told()).as("people, not messages").isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void anEndOvertakesWhatIsBeingToldAndGoesToThoseWhoWereTold(TestDatabase.Kind kind) {
    on(kind, 2);
    serves(5);
    findAll();
    int round = affected.begin(NUMBER, News.STARTED);
    assertThat(affected.tellNext(NUMBER, News.STARTED, round)).isTrue();
    report(Cause.WEATHER, null, State.OPEN);
    assertThat(affected.tellNext(NUMBER, News.STARTED, round)).isTrue();
    assertThat(told).extracting(notice -> notice.facts().get("cause")).containsOnly("UNKNOWN");

    report(Cause.WEATHER, null, State.ENDED);
    assertThat(affected.tellNext(NUMBER, News.STARTED, round)).isFalse();
    assertThat(told).hasSize(4);
    told.clear();
    int last = affected.begin(NUMBER, News.ENDED);
    assertThat(affected.tellNext(NUMBER, News.ENDED, last)).isTrue();
    assertThat(affected.tellNext(NUMBER, News.ENDED, last)).isTrue();
    assertThat(affected.tellNext(NUMBER, News.ENDED, last)).isFalse();

    assertThat(told)
        .extracting(notice -> ((ToCustomer) notice.to()).customerId())
        .containsExactly(
            customer(0).customerId(),
            customer(1).customerId(),
            customer(2).customerId(),
            customer(3).customerId());
    assertThat(outages.require(NUMBER).told()).isEqualTo(4);
  }

  private void findAll() {
    Found found;
    do {
      found = affected.findNext(NUMBER);
    } while (found.more());
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void anOpenOutageOfTheSamePlaceIsKnown(TestDatabase.Kind kind) {
    on(kind, PORTION);
    assertThat(outages.overlapping(new Place("BROADBAND", "SE", "752"))).contains(NUMBER);
    assertThat(outages.overlapping(new Place("BROADBAND", "SE", "7"))).contains(NUMBER);
    assertThat(outages.overlapping(new Place("BROADBAND", "SE", null))).contains(NUMBER);
    assertThat(outages.overlapping(new Place("BROADBAND", "SE", "76"))).isEmpty();
    assertThat(outages.overlapping(new Place("BROADBAND", "NO", "75"))).isEmpty();
    assertThat(outages.overlapping(new Place("MOBILE", "SE", "75"))).isEmpty();

    affected.close(NUMBER);
    assertThat(outages.overlapping(new Place("BROADBAND", "SE", "75"))).isEmpty();
    assertThat(outages.require(NUMBER).state()).as("nobody was told").isEqualTo(State.UNTOLD);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void whoWasAffectedIsForgottenInTime(TestDatabase.Kind kind) {
    on(kind, PORTION);
    serves(3);
    affected.findNext(NUMBER);
    assertThat(outages.lastAffected(NUMBER)).isPresent();
    affected.close(NUMBER);

    assertThat(outages.lastAffected(NUMBER)).as("a customer's number").isEmpty();
    assertThat(outages.forgetAffected(NOW, 10)).as("not yet").isZero();
    assertThat(outages.forgetAffected(NOW.plusSeconds(1), 2)).isEqualTo(2);
    assertThat(outages.forgetAffected(NOW.plusSeconds(1), 2)).isEqualTo(1);
    assertThat(outages.require(NUMBER).affected()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void contactsOfThoseToldAreCountedOnce(TestDatabase.Kind kind) {
    on(kind, PORTION);
    serves(30);
    affected.findNext(NUMBER);
    contact(0);
    tell(News.STARTED);
    contact(1);
    contact(1);
    contact(2);
    contact(4711);
    affected.close(NUMBER);
    contact(3);

    Outage closed = outages.require(NUMBER);
    assertThat(closed.contacts()).isEqualTo(2);
    assertThat(closed.closedAt()).isEqualTo(NOW);
    assertThat(OutageView.of(closed, new BigDecimal("0.25")).contactsAvoided())
        .as("a quarter of 30, rounded, less 2")
        .isEqualTo(6);
    assertThat(OutageView.of(closed, new BigDecimal("0.01")).contactsAvoided()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void outagesAreListedNewestFirst(TestDatabase.Kind kind) {
    on(kind, PORTION);
    assertThat(outages.add(outage(NUMBER))).as("the number is taken").isFalse();
    outages.add(outage("O-3333-3333"));

    assertThat(outages.page(null, 0, 10)).hasSize(2);
    assertThat(outages.page(State.OPEN, 1, 10)).hasSize(1);
    assertThat(outages.count(State.ENDED)).isZero();
    assertThat(outages.count(null)).isEqualTo(2);
    assertThat(outages.find(NUMBER)).contains(outage(NUMBER));
  }

  private void report(Cause cause, Instant expectedEndAt, State state) {
    Outage open = outages.require(NUMBER);
    outages.change(
        new Outage(
            NUMBER,
            open.place(),
            cause,
            open.origin(),
            open.startedAt(),
            expectedEndAt,
            state == State.ENDED ? NOW : null,
            state,
            open.reportedBy(),
            open.reportedAt(),
            0,
            0,
            0,
            0,
            null));
  }

  private void tell(News news) {
    affected.tellNext(NUMBER, news, affected.begin(NUMBER, news));
  }

  private void contact(int customer) {
    affected.on(
        new CaseOpened(
            "W-1",
            "warranty-claim",
            customer(customer).customerId(),
            "SE",
            ServiceCase.Channel.PHONE,
            NOW));
  }

  private static CustomerRecord customer(int number) {
    return new CustomerRecord(
        "C-%06d".formatted(number),
        "Astrid Lindqvist",
        "astrid@mail.example",
        null,
        "sv",
        "SE",
        new Address("Björkgatan 14", "752 28", "Uppsala", "SE"));
  }

  private static Outage outage(String number) {
    return new Outage(
        number,
        new Place("BROADBAND", "SE", "75"),
        Cause.UNKNOWN,
        Origin.DETECTED,
        NOW.minusSeconds(600),
        null,
        null,
        State.OPEN,
        "olle",
        NOW,
        0,
        0,
        0,
        0,
        null);
  }
}
