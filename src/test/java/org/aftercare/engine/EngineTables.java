package org.aftercare.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for a text in everything that the engine has written. */
class EngineTables {

  private final JdbcTemplate jdbc;

  EngineTables(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /** Tables and columns of the engine that hold the text, in words or bytes. */
  List<String> holding(String text) {
    List<String> found = new ArrayList<>();
    for (String table : tables()) {
      jdbc.query(
          "select * from " + table,
          row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              String content =
                  row.getObject(i) instanceof byte[] || isBinary(row, i)
                      ? bytes(row, i)
                      : row.getString(i);
              if (content != null && content.contains(text)) {
                found.add(table + "." + row.getMetaData().getColumnName(i));
              }
            }
          });
    }
    return found;
  }

  private List<String> tables() {
    return jdbc.execute(
        (ConnectionCallback<List<String>>)
            connection -> {
              List<String> names = new ArrayList<>();
              DatabaseMetaData metaData = connection.getMetaData();
              try (ResultSet tables =
                  metaData.getTables(
                      connection.getCatalog(),
                      schema(connection),
                      null,
                      new String[] {"TABLE", "BASE TABLE"})) {
                while (tables.next()) {
                  String name = tables.getString("TABLE_NAME");
                  if (name.toUpperCase().startsWith("ACT_")) {
                    names.add(name);
                  }
                }
              }
              if (names.size() < 40) {
                throw new IllegalStateException("The engine has more tables than " + names);
              }
              return names;
            });
  }

  private static String schema(Connection connection) throws SQLException {
    return connection.getSchema();
  }

  private static boolean isBinary(ResultSet row, int column) throws SQLException {
    String type = row.getMetaData().getColumnTypeName(column).toUpperCase();
    return type.contains("BINARY") || type.equals("BYTEA") || type.contains("BLOB");
  }

  private static String bytes(ResultSet row, int column) throws SQLException {
    byte[] content = row.getBytes(column);
    return content == null ? null : new String(content, StandardCharsets.UTF_8);
  }
}
