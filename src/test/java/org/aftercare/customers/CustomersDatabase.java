package org.aftercare.customers;

import javax.sql.DataSource;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's own tables and nothing else. */
final class CustomersDatabase {

  private final JdbcClient jdbc;
  private final JdbcTransactionManager transactions;

  private CustomersDatabase(DataSource data) {
    this.jdbc = JdbcClient.create(data);
    this.transactions = new JdbcTransactionManager(data);
  }

  static CustomersDatabase empty(TestDatabase.Kind kind) {
    var properties = TestDatabases.empty(kind);
    DataSource data =
        new DriverManagerDataSource(
            properties.get("spring.datasource.url").toString(),
            properties.get("spring.datasource.username").toString(),
            properties.get("spring.datasource.password").toString());
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V020__customers.sql"))
        .execute(data);
    return new CustomersDatabase(data);
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  JdbcTransactionManager transactions() {
    return transactions;
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(transactions);
  }
}
