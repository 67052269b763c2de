package org.aftercare.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The weeks whose digest has been told, by their Sunday. */
@Repository
class ReturnDigests {

  private final JdbcClient jdbc;

  ReturnDigests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last week before returns were counted; empty if none has begun to be. */
  Optional<LocalDate> first() {
    return jdbc.sql("select min(week_ends_on) as sunday from return_digest")
        .query((row, number) -> Optional.ofNullable(row.getObject("sunday", LocalDate.class)))
        .single();
  }

  /** The last week that was told. */
  Optional<LocalDate> last() {
    return jdbc.sql("select max(week_ends_on) as sunday from return_digest")
        .query((row, number) -> Optional.ofNullable(row.getObject("sunday", LocalDate.class)))
        .single();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another node has told it
   */
  void told(LocalDate sunday, Instant at) {
    jdbc.sql("insert into return_digest (week_ends_on, told_at) values (:sunday, :at)")
        .param("sunday", sunday)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
