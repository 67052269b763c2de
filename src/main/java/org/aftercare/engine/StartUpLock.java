package org.aftercare.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets the nodes that start at once on one database do their first steps one after the other: the
 * engine's tables, the first deployment and everything else that looks first and then inserts. H2
 * needs no lock: its file belongs to one process.
 */
@Component
public class StartUpLock {

  /** Any number that nobody else in this database uses; the letters of "after" in ASCII. */
  private static final long LOCK = 0x6166746572L;

  private final DataSource dataSource;

  StartUpLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs the work while no other node of this database runs any under this lock. Waits for its turn
   * as long as it takes. The work must not wait for another thread that takes this lock.
   *
   * @param work what only one node may do at a time
   * @return what the work returned
   */
  public <T> T alone(Supplier<T> work) {
    if (!onPostgres()) {
      return work.get();
    }
    // A connection of its own: the work commits and rolls back as it likes.
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(true);
      call(connection, "select pg_advisory_lock(?)");
      try {
        return work.get();
      } finally {
        call(connection, "select pg_advisory_unlock(?)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The start-up lock could not be taken: " + e.getMessage(), e);
    }
  }

  private boolean onPostgres() {
    try {
      return JdbcUtils.extractDatabaseMetaData(
          dataSource, metaData -> "PostgreSQL".equals(metaData.getDatabaseProductName()));
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
  }

  private static void call(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }
}
