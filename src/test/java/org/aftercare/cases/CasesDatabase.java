package org.aftercare.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The cases' tables in a database of their own, without Spring. */
final class CasesDatabase {

  final JdbcDataSource dataSource = new JdbcDataSource();
  final JdbcClient jdbc;
  final JdbcTransactionManager transactions;
  final List<Object> published = new ArrayList<>();
  final CaseDeadlines deadlines;
  final Cases cases;

  CasesDatabase(Clock clock) {
    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V040__cases.sql"))
        .execute(dataSource);
    jdbc = JdbcClient.create(dataSource);
    transactions = new JdbcTransactionManager(dataSource);
    deadlines = new CaseDeadlines(jdbc, clock, new NineToFive());
    cases = new JdbcCases(jdbc, new ObjectMapper(), clock, deadlines, published::add);
  }

  ServiceCase openWarrantyCase(String customerId) {
    return cases.open(
        new Cases.NewCase("W", "warranty-claim", customerId, "SE", ServiceCase.Channel.API));
  }
}
