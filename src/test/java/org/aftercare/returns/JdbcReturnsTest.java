package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.aftercare.returns.ProductReturn.Declaration;
import org.aftercare.returns.ProductReturn.Goods;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Sending;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.returns.Returns.History;
import org.aftercare.systems.Orders.SalesChannel;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's tables, on both databases. */
class JdbcReturnsTest {

  private static final LocalDate NOTICE = LocalDate.of(2026, 11, 16);
  private static final Instant AT = Instant.parse("2026-11-16T09:00:00.123456Z");

  private HikariDataSource dataSource;
  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private Returns returns;

  private void on(TestDatabase.Kind kind) {
    Map<String, Object> properties = TestDatabases.empty(kind);
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(properties.get("spring.datasource.url").toString());
    dataSource.setUsername(properties.get("spring.datasource.username").toString());
    dataSource.setPassword(properties.get("spring.datasource.password").toString());
    dataSource.setMaximumPoolSize(4);
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V040__cases.sql"),
            new ClassPathResource("db/migration/V060__returns.sql"))
        .execute(dataSource);
    jdbc = JdbcClient.create(dataSource);
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    transaction = new TransactionTemplate(transactions);
    returns = new JdbcReturns(jdbc, transactions);
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  private void insertCase(String caseNumber) {
    jdbc.sql(
            """
            insert into service_case
              (case_number, flow, customer_id, country, channel, status, opened_at)
            values (?, 'product-return', 'C-1', 'SE', 'API', 'OPEN', ?)
            """)
        .params(caseNumber, Timestamp.from(AT))
        .update();
  }

  private static ProductReturn unseen(String caseNumber) {
    return new ProductReturn(
        caseNumber,
        "C-1",
        "SE",
        "O-1",
        new Declaration(
            List.of(Samples.KETTLE),
            Reason.DEFECTIVE,
            Wish.EXCHANGE,
            "LEAKING",
            LocalDate.of(2026, 11, 10),
            AT,
            AT.plusSeconds(60),
            null),
        null,
        null,
        null,
        null,
        null);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void aReturnIsReadAsItWasWritten(TestDatabase.Kind kind) {
    on(kind);
    insertCase("R-1");
    returns.add(unseen("R-1"));
    assertThat(returns.find("R-1")).contains(unseen("R-1"));
    assertThat(returns.find("R-2")).isEmpty();

    ProductReturn known =
        unseen("R-1")
            .with(unseen("R-1").declaration().confirmedAt(AT))
            .with(
                "O-2",
                "NO",
                Samples.sale(
                    SalesChannel.STORE,
                    "49.00",
                    Samples.item(Samples.KETTLE, "690.00", "BREAKFAST", "60.00"),
                    Samples.item(Samples.TOASTER, "490.50", null, "0.00")),
                Samples.terms(Right.VOLUNTARY, NOTICE, 10));
    returns.change(known);
    assertThat(returns.find("R-1")).contains(known);

    ProductReturn full =
        known
            .with(new Sending(Proof.SHOWN, AT))
            .with(
                new Goods(
                    List.of(Samples.KETTLE),
                    Grade.C,
                    10,
                    List.of("SERIAL_MISMATCH", "RETURNS_OFTEN")))
            .with(
                new RefundSum(
                    Samples.money("630.00"),
                    Samples.money("63.00"),
                    Samples.money("63.00"),
                    Samples.money("0.00")));
    returns.change(full);
    transaction.executeWithoutResult(status -> assertThat(returns.lock("R-1")).contains(full));
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void anItemBelongsToOneOpenReturn(TestDatabase.Kind kind) {
    on(kind);
    insertCase("R-1");
    insertCase("R-2");

    assertThat(take("R-1", Samples.KETTLE, Samples.TOASTER)).isTrue();
    assertThat(take("R-1", Samples.KETTLE)).as("again").isTrue();
    assertThat(take("R-2", Samples.TOASTER.toLowerCase())).isFalse();
    returns.release("R-1");
    assertThat(take("R-2", Samples.TOASTER)).isTrue();
  }

  private Boolean take(String caseNumber, String... serialNumbers) {
    return transaction.execute(status -> returns.take(List.of(serialNumbers), caseNumber));
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void countsWhatTheCustomerSentBackBefore(TestDatabase.Kind kind) {
    on(kind);
    for (String caseNumber : List.of("R-1", "R-2", "R-3", "R-4")) {
      insertCase(caseNumber);
      ProductReturn of = Samples.confirmed(caseNumber, NOTICE);
      returns.add(caseNumber.equals("R-4") ? of : of.with(new Sending(Proof.SCANNED, AT)));
    }
    returns.change(
        returns.require("R-1").with(new Goods(List.of(Samples.KETTLE), Grade.A, 0, List.of())));
    jdbc.sql("update service_case set closed_at = opened_at where case_number in ('R-1', 'R-2')")
        .update();
    Instant since = NOTICE.minusMonths(6).atStartOfDay(ZoneOffset.UTC).toInstant();

    assertThat(returns.history("C-1", since, "R-9")).isEqualTo(new History(3, 1));
    assertThat(returns.history("C-1", since, "R-2")).isEqualTo(new History(2, 0));
    assertThat(returns.history("C-2", since, "R-9")).isEqualTo(new History(0, 0));
    assertThat(returns.history("C-1", AT.plusSeconds(86_400), "R-9")).isEqualTo(new History(0, 0));
  }
}
