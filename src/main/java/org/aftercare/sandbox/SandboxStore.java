package org.aftercare.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** The sandbox's database and what fills it. */
class SandboxStore {

  private static final int CONNECTIONS = 12;

  @Bean
  HikariDataSource dataSource(SandboxProperties properties) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sandbox");
    config.setJdbcUrl(properties.database());
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource dataSource = new HikariDataSource(config);
    ResourceDatabasePopulator schema =
        new ResourceDatabasePopulator(new ClassPathResource("sandbox/schema.sql"));
    DatabasePopulatorUtils.execute(schema, (DataSource) dataSource);
    return dataSource;
  }

  @Bean
  Settings settings(JdbcClient jdbc) {
    return new Settings(jdbc);
  }

  @Bean
  SandboxData sandboxData(
      JdbcClient jdbc,
      JdbcTemplate template,
      TransactionTemplate transaction,
      SandboxClock clock,
      SandboxProperties properties) {
    SandboxData data =
        new SandboxData(jdbc, transaction, new SandboxOrders(template, properties.bulkOrders()));
    data.fill(clock.today());
    new SandboxPlans(jdbc).fill(clock.today());
    new SandboxInvoices(jdbc).fill(clock.today());
    return data;
  }
}
