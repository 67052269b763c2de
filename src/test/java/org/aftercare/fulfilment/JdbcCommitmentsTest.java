package org.aftercare.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Money;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcCommitmentsTest {

  private HikariDataSource dataSource;
  private JdbcClient jdbc;
  private Commitments commitments;

  private void on(TestDatabase.Kind kind) {
    Map<String, Object> properties = TestDatabases.empty(kind);
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(properties.get("spring.datasource.url").toString());
    dataSource.setUsername(properties.get("spring.datasource.username").toString());
    dataSource.setPassword(properties.get("spring.datasource.password").toString());
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V040__cases.sql"),
            new ClassPathResource("db/migration/V050__warranty.sql"),
            new ClassPathResource("db/migration/V055__goods_under_way.sql"))
        .execute(dataSource);
    jdbc = JdbcClient.create(dataSource);
    commitments = new JdbcCommitments(jdbc);
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void commitmentsAreCountedByKindAndReadAsTheyWereWritten(TestDatabase.Kind kind) {
    on(kind);
    insertCase("W-1");
    Instant now = Instant.parse("2026-11-22T10:00:00.123456Z");
    Commitment visit =
        commitments.add(
            Commitment.of("W-1", Kind.VISIT, "APP-1", now).between(now, now.plusSeconds(60)));
    Commitment part =
        commitments.add(
            Commitment.of("W-1", Kind.PART, "RES-1", now)
                .withDetail("P-1")
                .expectedOn(LocalDate.of(2026, 12, 1)));
    Commitment second =
        commitments.add(
            Commitment.of("W-1", Kind.VISIT, "APP-2", now.plusSeconds(1))
                .worth(new Money(new BigDecimal("12.00"), "SEK")));

    assertThat(List.of(visit.ordinal(), part.ordinal(), second.ordinal())).containsExactly(1, 1, 2);
    assertThat(commitments.of("W-1")).containsExactlyInAnyOrder(visit, part, second);
    assertThat(commitments.latest("W-1", Kind.VISIT)).contains(second);

    Commitment moved = visit.between(now.plusSeconds(90), now.plusSeconds(120));
    commitments.reschedule(moved);
    assertThat(commitments.of("W-1")).containsExactlyInAnyOrder(moved, part, second);

    assertThat(commitments.takeBack(second)).isTrue();
    assertThat(commitments.takeBack(second)).isFalse();
    assertThat(commitments.latest("W-1", Kind.VISIT)).contains(moved);
    commitments.markDone(second);
    commitments.markDone(moved);
    assertThat(commitments.of("W-1"))
        .containsExactlyInAnyOrder(moved.done(), part, second.takenBack());
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void aScanAndACancellingDoNotUndoEachOtherInEitherOrder(TestDatabase.Kind kind) {
    on(kind);
    insertCase("W-1");
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    Instant at = now.plusSeconds(5);
    Commitment scannedFirst = commitments.add(Commitment.of("W-1", Kind.PICK_UP, "SHP-1", now));
    Commitment cancelledFirst = commitments.add(Commitment.of("W-1", Kind.PICK_UP, "SHP-2", now));
    Commitment doneFirst = commitments.add(Commitment.of("W-1", Kind.LABEL, "SHP-3", now));

    assertThat(commitments.leave(scannedFirst, at)).isTrue();
    assertThat(commitments.leave(scannedFirst, at.plusSeconds(1))).isFalse();
    assertThat(commitments.takeBack(scannedFirst)).as("it has left").isFalse();
    assertThat(commitments.standAgain(scannedFirst)).isFalse();
    assertThat(commitments.takeBack(cancelledFirst)).isTrue();
    assertThat(commitments.leave(cancelledFirst, at)).isTrue();
    assertThat(commitments.standAgain(cancelledFirst)).isTrue();
    commitments.markDone(doneFirst);
    assertThat(commitments.leave(doneFirst, at)).isTrue();
    assertThat(commitments.standAgain(doneFirst)).isFalse();

    assertThat(commitments.of("W-1"))
        .containsExactlyInAnyOrder(
            scannedFirst.leftAt(at), cancelledFirst.leftAt(at), doneFirst.leftAt(at).done());
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void whicheverComesSecondWaitsForTheFirstAndSeesIt(TestDatabase.Kind kind) throws Exception {
    on(kind);
    insertCase("W-1");
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    Commitment scannedFirst = commitments.add(Commitment.of("W-1", Kind.PICK_UP, "SHP-1", now));
    Commitment cancelledFirst = commitments.add(Commitment.of("W-1", Kind.PICK_UP, "SHP-2", now));
    Callable<Boolean> scan =
        () ->
            transaction.execute(
                status ->
                    commitments.leave(cancelledFirst, now)
                        && commitments.standAgain(cancelledFirst));
    Callable<Boolean> cancelling = () -> commitments.takeBack(scannedFirst);

    assertThat(secondDuring(() -> commitments.leave(scannedFirst, now), cancelling, transaction))
        .as("nothing is taken back that has left")
        .isFalse();
    assertThat(secondDuring(() -> commitments.takeBack(cancelledFirst), scan, transaction))
        .as("what was taken back goes on")
        .isTrue();

    assertThat(commitments.of("W-1"))
        .containsExactlyInAnyOrder(scannedFirst.leftAt(now), cancelledFirst.leftAt(now));
  }

  /** Begins the second while the first's transaction is still open. */
  private boolean secondDuring(
      Runnable first, Callable<Boolean> second, TransactionTemplate transaction) throws Exception {
    FutureTask<Boolean> other = new FutureTask<>(second);
    transaction.executeWithoutResult(
        status -> {
          first.run();
          Thread thread = new Thread(other);
          thread.start();
          assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS))
              .as("it waits")
              .isInstanceOf(TimeoutException.class);
        });
    return other.get(30, TimeUnit.SECONDS);
  }

  private void insertCase(String caseNumber) {
    jdbc.sql(
            """
            insert into service_case
              (case_number, flow, customer_id, country, channel, status, opened_at)
            values (?, 'warranty-claim', 'C-1', 'SE', 'API', 'OPEN', ?)
            """)
        .params(caseNumber, Timestamp.from(Instant.parse("2026-11-22T10:00:00Z")))
        .update();
  }
}
