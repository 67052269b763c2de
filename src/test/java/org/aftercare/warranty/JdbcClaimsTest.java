package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Report;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's tables, on both databases. */
class JdbcClaimsTest {

  private static final int AT_ONCE = 50;

  private HikariDataSource dataSource;
  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private Claims claims;

  private void on(TestDatabase.Kind kind) {
    Map<String, Object> properties = TestDatabases.empty(kind);
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(properties.get("spring.datasource.url").toString());
    dataSource.setUsername(properties.get("spring.datasource.username").toString());
    dataSource.setPassword(properties.get("spring.datasource.password").toString());
    dataSource.setMaximumPoolSize(AT_ONCE);
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V040__cases.sql"),
            new ClassPathResource("db/migration/V050__warranty.sql"))
        .execute(dataSource);
    jdbc = JdbcClient.create(dataSource);
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    transaction = new TransactionTemplate(transactions);
    claims = new JdbcClaims(jdbc, transactions);
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void aClaimIsReadAsItWasWritten(TestDatabase.Kind kind) {
    on(kind);
    insertCase("W-1");
    WarrantyClaim bare = claim("W-1", null, null);
    claims.add(bare);
    assertThat(claims.find("W-1")).contains(bare);

    WarrantyClaim full =
        claim(
            "W-1",
            new Purchase(
                "O-1",
                "NO",
                LocalDate.of(2025, 9, 18),
                null,
                "SKU",
                "Kjøleskap",
                "REFRIGERATOR",
                "S-1",
                FakeCompany.money("8990.00"),
                true,
                "nordkyl",
                "REC-1"),
            new Estimate("P-1", "Compressor", FakeCompany.money("0.50"), true, 7, "kallex"));
    claims.change(full);

    assertThat(claims.find("W-1")).contains(full);
    assertThat(claims.find("W-2")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void anItemIsTakenByOneCaseAtATime(TestDatabase.Kind kind) {
    on(kind);
    insertCase("W-1");
    insertCase("W-2");

    assertThat(take("s-1", "W-1")).isTrue();
    assertThat(take("S-1", "W-2")).as("in capitals").isFalse();
    assertThat(take("S-1", "W-1")).as("its own").isTrue();
    assertThat(claims.holder("s-1")).contains("W-1");
    assertThat(claims.holder("S-2")).isEmpty();

    claims.release("W-1");
    assertThat(take("S-1", "W-2")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void ofFiftyAtOnceOneGetsTheItemAndNoTransactionIsLost(TestDatabase.Kind kind) throws Exception {
    on(kind);
    IntStream.range(0, AT_ONCE).forEach(i -> insertCase("W-" + i));
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Boolean>> taken =
          threads.invokeAll(
              IntStream.range(0, AT_ONCE)
                  .<Callable<Boolean>>mapToObj(
                      i ->
                          () -> {
                            start.await();
                            return takeAndMark("W-" + i);
                          })
                  .toList());
      int winners = 0;
      for (Future<Boolean> one : taken) {
        winners += one.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            jdbc.sql("select count(*) from service_case where status = 'CLOSED'")
                .query(Integer.class)
                .single())
        .as("what the same transactions did beside it")
        .isEqualTo(AT_ONCE);
  }

  private boolean take(String serialNumber, String caseNumber) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> claims.take(serialNumber, caseNumber)));
  }

  private boolean takeAndMark(String caseNumber) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean taken = claims.take("S-1", caseNumber);
              jdbc.sql("update service_case set status = 'CLOSED' where case_number = ?")
                  .param(caseNumber)
                  .update();
              return taken;
            }));
  }

  private void insertCase(String caseNumber) {
    jdbc.sql(
            """
            insert into service_case
              (case_number, flow, customer_id, country, channel, status, opened_at)
            values (?, 'warranty-claim', 'C-1', 'SE', 'API', 'OPEN', ?)
            """)
        .params(caseNumber, Timestamp.from(FakeDesk.NOW))
        .update();
  }

  private static WarrantyClaim claim(String caseNumber, Purchase purchase, Estimate estimate) {
    return new WarrantyClaim(
        caseNumber,
        "C-1",
        "SE",
        false,
        null,
        "S-1",
        new Report(
            Symptom.LEAKING,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 2),
            Cause.WEAR,
            true,
            Wish.REPLACE),
        purchase,
        estimate);
  }
}
