package org.aftercare.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.engine.HouseworkTurns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the answers of commands that nobody repeats any more, and those about the erased. */
@Component
class KeptAnswers implements ForgottenAnswers {

  /** Shorter than the schedule, so that a node does not miss every other turn. */
  private static final Duration TURN = Duration.ofMinutes(50);

  /** Stands where the hash of what was asked for stood. */
  static final String FORGOTTEN = "forgotten";

  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration kept;
  private final HouseworkTurns turns;

  KeptAnswers(
      JdbcClient jdbc,
      Clock clock,
      @Value("${aftercare.api.idempotency-kept}") Duration kept,
      HouseworkTurns turns) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
    this.turns = turns;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void forgetOld() {
    if (turns.take("api", TURN)) {
      forgetOldInParts();
    }
  }

  void forgetOldInParts() {
    Timestamp before = Timestamp.from(clock.instant().minus(kept));
    HouseworkTurns.inParts(
        () ->
            jdbc.sql(
                    """
                    delete from api_idempotency where (caller, idempotency_key) in (
                      select caller, idempotency_key from api_idempotency
                      where made_at < :before order by made_at limit :batch)""")
                .param("before", before)
                .param("batch", HouseworkTurns.BATCH)
                .update());
  }

  @Override
  public void forget(String customerId, Set<String> caseNumbers) {
    jdbc.sql("delete from api_idempotency where caller = :caller")
        .param("caller", new Caller.Customer(customerId).reference())
        .update();
    List<String> about = new ArrayList<>(caseNumbers);
    // An answer about no case, such as what an invoice allows, still names the customer.
    about.add('"' + customerId + '"');
    for (int from = 0; from < about.size(); from += AT_ONCE) {
      forgetAbout(about.subList(from, Math.min(about.size(), from + AT_ONCE)));
    }
  }

  /** One pass for all. What was asked for goes too: its hash can be guessed at. */
  private void forgetAbout(List<String> names) {
    Map<String, String> sought = new HashMap<>();
    names.forEach(name -> sought.put("about" + sought.size(), name));
    String told =
        sought.keySet().stream()
            .map("position(:%s in coalesce(body, '') || coalesce(location, '')) > 0"::formatted)
            .collect(Collectors.joining(" or "));
    jdbc.sql("update api_idempotency set body = null, fingerprint = :forgotten where " + told)
        .param("forgotten", FORGOTTEN)
        .params(sought)
        .update();
  }
}
