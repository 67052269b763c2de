package org.aftercare.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The cases' tables in a database of their own, without Spring. */
final class CasesDatabase {

  final JdbcClient jdbc;
  final JdbcTransactionManager transactions;
  final List<Object> published = Collections.synchronizedList(new ArrayList<>());
  final CaseDeadlines deadlines;
  final Cases cases;

  CasesDatabase(Clock clock) {
    this(clock, TestDatabase.Kind.CONFIGURED);
  }

  CasesDatabase(Clock clock, TestDatabase.Kind kind) {
    DataSource dataSource = dataSource(TestDatabases.empty(kind));
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V040__cases.sql"),
            new ClassPathResource("db/migration/V041__case_pauses.sql"),
            new ClassPathResource("db/migration/V042__hand_over_asked.sql"))
        .execute(dataSource);
    jdbc = JdbcClient.create(dataSource);
    transactions = new JdbcTransactionManager(dataSource);
    deadlines = new CaseDeadlines(jdbc, clock, new NineToFive());
    cases = new JdbcCases(jdbc, new ObjectMapper(), clock, deadlines, published::add);
  }

  private static DataSource dataSource(Map<String, Object> properties) {
    return new DriverManagerDataSource(
        (String) properties.get("spring.datasource.url"),
        (String) properties.get("spring.datasource.username"),
        (String) properties.get("spring.datasource.password"));
  }

  ServiceCase openWarrantyCase(String customerId) {
    return cases.open(
        new Cases.NewCase("W", "warranty-claim", customerId, "SE", ServiceCase.Channel.API));
  }
}
