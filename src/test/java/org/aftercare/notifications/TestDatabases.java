package org.aftercare.notifications;

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

  static DataSource postgres() {
    String name = "n" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(Server.RUNNING.getPostgresDatabase()).sql("create database " + name).update();
    return Server.RUNNING.getDatabase("postgres", name);
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
