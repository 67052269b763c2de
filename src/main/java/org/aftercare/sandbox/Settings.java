package org.aftercare.sandbox;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Switches that survive a restart. */
class Settings {

  private final JdbcClient jdbc;

  Settings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> find(String name) {
    return jdbc.sql("select content from setting where name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  void store(String name, String content) {
    jdbc.sql("merge into setting (name, content) key (name) values (?, ?)")
        .params(name, content)
        .update();
  }
}
