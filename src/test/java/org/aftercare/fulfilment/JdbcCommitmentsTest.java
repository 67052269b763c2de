package org.aftercare.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Money;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

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

    Commitment left = visit.leftAt(now.plusSeconds(5));
    commitments.change(left);
    assertThat(commitments.of("W-1")).contains(left);
    commitments.change(visit);

    commitments.change(second.takenBack());
    assertThat(commitments.latest("W-1", Kind.VISIT)).contains(visit);
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
