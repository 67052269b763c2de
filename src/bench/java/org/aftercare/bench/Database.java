package org.aftercare.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL server with a database for each contestant; commits reach the disk. */
final class Database implements AutoCloseable {

  static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final ProcessHandle process;

  Database() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "8GB")
            .start();
    process = postmaster();
  }

  /**
   * The server's first process.
   *
   * @throws IllegalStateException if it cannot be found
   */
  private ProcessHandle postmaster() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      return ProcessHandle.of(rows.getLong(1))
          .flatMap(ProcessHandle::parent)
          .orElseThrow(() -> new IllegalStateException("PostgreSQL runs nowhere"));
    }
  }

  /** Makes an empty database and returns its JDBC URL. */
  String create(String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return server.getJdbcUrl(USER, name);
  }

  /** CPU time of all of the server's processes. */
  Duration cpu() {
    return ProcessFigures.cpuOfTree(process);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
