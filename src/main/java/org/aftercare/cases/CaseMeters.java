package org.aftercare.cases;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Cases as operations watches them: how many are open, by flow and status, and how many are opened
 * and closed. Open ones are counted every few seconds, from the index on the status; closed ones
 * are counted as they close and never by looking at all of them.
 */
@Component
class CaseMeters {

  private static final List<String> OPEN =
      Stream.of(
              ServiceCase.Status.OPEN,
              ServiceCase.Status.WAITING_FOR_CUSTOMER,
              ServiceCase.Status.WITH_PERSON)
          .map(Enum::name)
          .toList();

  private final JdbcClient jdbc;
  private final MeterRegistry registry;
  private final MultiGauge open;

  CaseMeters(JdbcClient jdbc, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.open =
        MultiGauge.builder("aftercare.cases.open")
            .description("Open cases, by flow and status")
            .register(registry);
  }

  /** Counts what is open anew. */
  @Scheduled(fixedDelayString = "${aftercare.cases.meters-interval:PT15S}")
  void read() {
    open.register(
        jdbc.sql(
                """
                select flow, status, count(*) as cases from service_case
                where status in (:open) group by flow, status
                """)
            .param("open", OPEN)
            .query(
                (row, n) ->
                    MultiGauge.Row.of(
                        Tags.of("flow", row.getString("flow"), "status", row.getString("status")),
                        row.getLong("cases")))
            .list(),
        true);
  }

  @TransactionalEventListener
  void on(CaseOpened opened) {
    registry
        .counter(
            "aftercare.cases.opened", "flow", opened.flow(), "channel", opened.channel().name())
        .increment();
  }

  @TransactionalEventListener
  void on(CaseClosed closed) {
    registry
        .counter("aftercare.cases.closed", "flow", closed.flow(), "outcome", closed.outcome())
        .increment();
  }
}
