package org.aftercare.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** Empty databases for tests. */
public final class TestDatabases {

  private TestDatabases() {}

  /**
   * Makes an empty database.
   *
   * @return the {@code spring.datasource.*} properties that lead to it
   */
  public static Map<String, Object> empty(TestDatabase.Kind kind) {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    return switch (kind) {
      case H2 -> h2(name);
      case POSTGRESQL -> postgres(name);
      case CONFIGURED ->
          empty(
              TestDatabase.Kind.valueOf(
                  System.getProperty("aftercare.test.database", "h2").toUpperCase()));
    };
  }

  private static Map<String, Object> h2(String name) {
    return Map.of(
        "spring.datasource.url",
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1",
        "spring.datasource.username",
        "sa",
        "spring.datasource.password",
        "");
  }

  private static Map<String, Object> postgres(String name) {
    EmbeddedPostgres server = Server.INSTANCE;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "spring.datasource.url",
        server.getJdbcUrl("postgres", name),
        "spring.datasource.username",
        "postgres",
        "spring.datasource.password",
        "postgres");
  }

  /** Started at the first use; ends with the JVM. */
  private static final class Server {

    private static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "400")
            // A crash of the machine loses nothing that a test needs.
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
