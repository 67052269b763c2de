package org.aftercare.notifications;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  /** A schema of its own behind a pool that the caller closes. */
  static HikariDataSource postgres() {
    String schema = "n" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(Server.RUNNING.getPostgresDatabase()).sql("create schema " + schema).update();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Server.RUNNING.getJdbcUrl("postgres", "postgres"));
    config.setSchema(schema);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  /** Started by its first use; ends with the JVM. */
  private static final class Server {

    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
