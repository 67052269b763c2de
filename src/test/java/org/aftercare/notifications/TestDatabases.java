package org.aftercare.notifications;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aftercare.testing.TestDatabase;
import org.h2.jdbcx.JdbcDataSource;

/** Empty databases, one for each call. */
final class TestDatabases {

  private TestDatabases() {}

  static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:notifications-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  /** Behind a pool that the caller closes. */
  static HikariDataSource postgres() {
    Map<String, Object> properties =
        org.aftercare.testing.TestDatabases.empty(TestDatabase.Kind.POSTGRESQL);
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(properties.get("spring.datasource.url").toString());
    pool.setUsername(properties.get("spring.datasource.username").toString());
    pool.setPassword(properties.get("spring.datasource.password").toString());
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(1);
    return pool;
  }
}
