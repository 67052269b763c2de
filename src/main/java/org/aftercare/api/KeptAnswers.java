package org.aftercare.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the answers of commands that nobody repeats any more. */
@Component
class KeptAnswers {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration kept;

  KeptAnswers(
      JdbcClient jdbc, Clock clock, @Value("${aftercare.api.idempotency-kept}") Duration kept) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void forgetOld() {
    jdbc.sql("delete from api_idempotency where made_at < ?")
        .param(Timestamp.from(clock.instant().minus(kept)))
        .update();
  }
}
