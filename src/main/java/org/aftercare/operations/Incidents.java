package org.aftercare.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/** Steps that stand still until somebody has them tried again, by what stopped them. */
@Component
class Incidents {

  /** So many different messages at the most; a group beyond that is not seen until others go. */
  private static final int MESSAGES = 5_000;

  private static final String STOPPED =
      """
       from act_ru_incident n
      left join act_ru_job j on j.id_ = n.configuration_
      left join act_re_procdef d on d.id_ = n.proc_def_id_
      where n.id_ = n.cause_incident_id_ and n.incident_type_ = 'failedJob'""";

  private final JdbcClient jdbc;
  private final StepNames names;

  /**
   * Each view meets the same messages again, and to make a cause of one costs more than to read it.
   */
  private final ConcurrentLruCache<String, String> causes =
      new ConcurrentLruCache<>(2 * MESSAGES, FailureCause::of);

  Incidents(JdbcClient jdbc, StepNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /**
   * Incidents of one step with one cause, in all versions of its process.
   *
   * @param groupId see {@link FailureCause#key}
   * @param processKey {@code null} for what belongs to no process
   * @param cause without what names one case
   * @param first when the first of them happened
   */
  record Group(
      String groupId,
      String processKey,
      String process,
      String stepId,
      String step,
      String cause,
      long incidents,
      Instant first,
      Instant last) {}

  /**
   * One of them.
   *
   * @param jobId what is tried again
   */
  record Stopped(
      String incidentId,
      String jobId,
      String caseNumber,
      String processInstanceId,
      String process,
      String step,
      Instant since) {}

  /** The groups, largest first; without those of processes one may not see. */
  List<Group> groups(Predicate<String> maySee) {
    Map<String, Kind> groups = new HashMap<>();
    for (Kind kind : kinds()) {
      if (maySee.test(kind.processKey())) {
        groups.merge(kind.groupId(), kind, Kind::and);
      }
    }
    return groups.values().stream()
        .map(this::group)
        .sorted(
            Comparator.comparingLong(Group::incidents)
                .reversed()
                .thenComparing(Group::last, Comparator.reverseOrder()))
        .toList();
  }

  private Group group(Kind kind) {
    return new Group(
        kind.groupId(),
        kind.processKey(),
        kind.process(),
        kind.stepId(),
        names.of(kind.definitionId(), kind.stepId()),
        kind.cause(),
        kind.incidents(),
        kind.first(),
        kind.last());
  }

  /** What the database can count by itself; several kinds make a group. */
  private record Kind(
      String groupId,
      String cause,
      String definitionId,
      String processKey,
      String process,
      String stepId,
      String message,
      long incidents,
      Instant first,
      Instant last) {

    /** Two versions of a process call the step as the later incident's does. */
    Kind and(Kind other) {
      Kind later = last.isBefore(other.last) ? other : this;
      return new Kind(
          groupId,
          cause,
          later.definitionId,
          processKey,
          later.process,
          stepId,
          later.message,
          incidents + other.incidents,
          first.isBefore(other.first) ? first : other.first,
          later.last);
    }
  }

  private List<Kind> kinds() {
    Map<List<String>, String> groupIds = new HashMap<>();
    return jdbc.sql(
            """
            select n.proc_def_id_, d.key_, d.name_, j.exception_msg_,
              coalesce(n.failed_activity_id_, n.activity_id_, j.handler_type_) as step,
              count(*) as incidents, min(n.incident_timestamp_) as first_at,
              max(n.incident_timestamp_) as last_at"""
                + STOPPED
                + """

            group by n.proc_def_id_, d.key_, d.name_, j.exception_msg_,
              coalesce(n.failed_activity_id_, n.activity_id_, j.handler_type_)
            order by incidents desc
            fetch first :most rows only""")
        .param("most", MESSAGES)
        .query((row, number) -> kind(row, groupIds))
        .list();
  }

  private Kind kind(ResultSet row, Map<List<String>, String> groupIds) throws SQLException {
    String processKey = row.getString("key_");
    String stepId = row.getString("step");
    String message = row.getString("exception_msg_");
    String cause = message == null ? FailureCause.of(null) : causes.get(message);
    return new Kind(
        groupIds.computeIfAbsent(
            Arrays.asList(processKey, stepId, cause),
            group -> FailureCause.key(processKey, stepId, cause)),
        cause,
        row.getString("proc_def_id_"),
        processKey,
        row.getString("name_"),
        stepId,
        message,
        row.getLong("incidents"),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant());
  }

  /**
   * A page of a group, oldest first.
   *
   * @return nothing for a group that there is not, or not any more
   */
  List<Stopped> of(String groupId, int page, int size, Predicate<String> maySee) {
    return select(
        groupId,
        maySee,
        """
        select n.id_, n.configuration_, n.proc_inst_id_, n.proc_def_id_, d.name_,
          coalesce(n.failed_activity_id_, n.activity_id_, j.handler_type_) as step,
          n.incident_timestamp_,
          (select coalesce(i.business_key_, r.business_key_) from act_ru_execution i
            left join act_ru_execution r on r.id_ = i.root_proc_inst_id_
            where i.id_ = n.proc_inst_id_) as case_number""",
        sql ->
            sql.param("skip", (long) page * size).param("size", size).query(this::stopped).list(),
        " order by n.incident_timestamp_, n.id_ offset :skip rows fetch first :size rows only");
  }

  /** The jobs of a whole group that stand still, oldest first. */
  List<String> jobsOf(String groupId, int most, Predicate<String> maySee) {
    return select(
        groupId,
        maySee,
        "select n.configuration_",
        sql -> sql.param("most", most).query(String.class).list(),
        " order by n.incident_timestamp_, n.id_ fetch first :most rows only");
  }

  /** The jobs of these incidents, as far as they still stand and one may see them. */
  List<String> jobs(Collection<String> incidentIds, Predicate<String> maySee) {
    return jdbc
        .sql("select n.configuration_, d.key_" + STOPPED + " and n.id_ in (:ids)")
        .param("ids", incidentIds)
        .query(
            (row, number) ->
                maySee.test(row.getString("key_"))
                    ? Optional.of(row.getString("configuration_"))
                    : Optional.<String>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private <T> List<T> select(
      String groupId,
      Predicate<String> maySee,
      String columns,
      Function<JdbcClient.StatementSpec, List<T>> reading,
      String order) {
    List<Kind> kinds =
        kinds().stream()
            .filter(kind -> kind.groupId().equals(groupId) && maySee.test(kind.processKey()))
            .toList();
    if (kinds.isEmpty()) {
      return List.of();
    }
    Set<String> definitions = new HashSet<>();
    Set<String> messages = new HashSet<>();
    List<String> conditions = new ArrayList<>();
    for (Kind kind : kinds) {
      if (kind.definitionId() != null) {
        definitions.add(kind.definitionId());
      }
      if (kind.message() == null) {
        conditions.add("j.exception_msg_ is null");
      } else {
        messages.add(kind.message());
      }
    }
    if (!messages.isEmpty()) {
      conditions.add("j.exception_msg_ in (:messages)");
    }
    String which =
        " and coalesce(n.failed_activity_id_, n.activity_id_, j.handler_type_) = :step and ("
            + String.join(" or ", new HashSet<>(conditions))
            + ")"
            + (definitions.isEmpty()
                ? " and n.proc_def_id_ is null"
                : " and n.proc_def_id_ in (:definitions)");
    JdbcClient.StatementSpec sql =
        jdbc.sql(columns + STOPPED + which + order).param("step", kinds.get(0).stepId());
    if (!messages.isEmpty()) {
      sql = sql.param("messages", messages);
    }
    if (!definitions.isEmpty()) {
      sql = sql.param("definitions", definitions);
    }
    return reading.apply(sql);
  }

  private Stopped stopped(ResultSet row, int number) throws SQLException {
    return new Stopped(
        row.getString("id_"),
        row.getString("configuration_"),
        row.getString("case_number"),
        row.getString("proc_inst_id_"),
        row.getString("name_"),
        names.of(row.getString("proc_def_id_"), row.getString("step")),
        row.getTimestamp("incident_timestamp_").toInstant());
  }
}
