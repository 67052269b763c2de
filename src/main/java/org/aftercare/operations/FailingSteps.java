package org.aftercare.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.aftercare.api.PageOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps that have failed and are tried again: what may become an incident. */
@Component
class FailingSteps {

  /** The engine's index on failures holds those jobs alone that have one. */
  private static final String FAILING = " j.exception_stack_id_ is not null and j.retries_ > 0";

  private final JdbcClient jdbc;
  private final StepNames names;

  FailingSteps(JdbcClient jdbc, StepNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /**
   * A step that will be tried again.
   *
   * @param caseNumber {@code null} for what belongs to no case, such as the engine's own clean-up
   * @param processKey {@code null} likewise
   * @param cause what the last try said
   * @param retriesLeft tries that are left, 1 or more
   * @param nextTry {@code null} if it is due at once
   */
  record FailingStep(
      String jobId,
      String caseNumber,
      String processInstanceId,
      String processKey,
      String process,
      String stepId,
      String step,
      String cause,
      int retriesLeft,
      Instant nextTry) {}

  /** A page of them, the next to be tried first; without those of processes one may not see. */
  PageOf<FailingStep> page(int page, int size, Predicate<String> maySee) {
    List<FailingStep> items =
        jdbc
            .sql(
                """
                select j.id_, j.process_instance_id_, j.process_def_id_, j.process_def_key_,
                  d.name_ as process, coalesce(j.failed_act_id_, s.act_id_) as step,
                  j.handler_type_, j.exception_msg_, j.retries_, j.duedate_,
                  coalesce(i.business_key_, r.business_key_) as case_number
                from (
                  select j.* from act_ru_job j where"""
                    + FAILING
                    + """

                  order by j.duedate_, j.id_
                  offset :skip rows fetch first :size rows only) j
                left join act_ru_jobdef s on s.id_ = j.job_def_id_
                left join act_re_procdef d on d.id_ = j.process_def_id_
                left join act_ru_execution i on i.id_ = j.process_instance_id_
                left join act_ru_execution r on r.id_ = j.root_proc_inst_id_
                order by j.duedate_, j.id_""")
            .param("skip", (long) page * size)
            .param("size", size)
            .query(this::step)
            .list()
            .stream()
            .filter(step -> maySee.test(step.processKey()))
            .toList();
    return new PageOf<>(items, page, size, count());
  }

  private long count() {
    return jdbc.sql("select count(*) from act_ru_job j where" + FAILING).query(Long.class).single();
  }

  private FailingStep step(ResultSet row, int number) throws SQLException {
    String definitionId = row.getString("process_def_id_");
    String stepId = row.getString("step");
    Timestamp due = row.getTimestamp("duedate_");
    return new FailingStep(
        row.getString("id_"),
        row.getString("case_number"),
        row.getString("process_instance_id_"),
        row.getString("process_def_key_"),
        row.getString("process"),
        stepId,
        definitionId == null ? row.getString("handler_type_") : names.of(definitionId, stepId),
        row.getString("exception_msg_"),
        row.getInt("retries_"),
        due == null ? null : due.toInstant());
  }
}
