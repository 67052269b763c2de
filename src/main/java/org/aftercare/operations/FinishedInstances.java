package org.aftercare.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where process instances went, those that have ended first of all. Every query reads from an index
 * no more than it shows, however much history there is; see {@link HistoryIndexes}.
 */
@Component
class FinishedInstances {

  /** A case has a dozen instances; more than these are not shown. */
  private static final int MOST_OF_A_CASE = 500;

  /** An instance that went round in circles for long shows its first steps. */
  static final int MOST_STEPS = 2_000;

  private static final String COLUMNS =
      """
      select h.id_, h.proc_inst_id_, h.proc_def_id_, h.proc_def_key_, h.start_time_, h.end_time_,
        h.state_, h.end_act_id_,
        coalesce(h.business_key_, (select r.business_key_ from act_hi_procinst r
          where r.proc_inst_id_ = h.root_proc_inst_id_)) as case_number,
        (select d.name_ from act_re_procdef d where d.id_ = h.proc_def_id_) as process,
        (select d.version_ from act_re_procdef d where d.id_ = h.proc_def_id_) as version
      from act_hi_procinst h where\s""";

  /** The engine's code for an activity instance that was left without being done. */
  private static final int CANCELLED = 2;

  private final JdbcClient jdbc;
  private final StepNames names;

  FinishedInstances(JdbcClient jdbc, StepNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** How an instance came to its end, beside the end events of its model. */
  enum Stop {
    /** By a person, in Cockpit or over the engine's API. */
    EXTERNALLY_TERMINATED,
    /** By the case itself, as what it belongs to ended. */
    INTERNALLY_TERMINATED
  }

  /**
   * A process instance.
   *
   * @param endedAt {@code null} while it runs
   * @param state as the engine calls it: {@code ACTIVE}, {@code COMPLETED}, …
   * @param endId the element at which it ended, or {@code null}
   * @param end the same in the model's words
   */
  record Instance(
      String processInstanceId,
      String definitionId,
      String processKey,
      String process,
      int version,
      String caseNumber,
      Instant startedAt,
      Instant endedAt,
      String state,
      String endId,
      String end) {}

  /**
   * Which finished instances.
   *
   * @param definitionIds the versions of one process
   * @param caseNumber of one case only, or {@code null}
   * @param end an end event's id, or the name of a {@link Stop}, or {@code null}
   * @param from when they ended at the earliest, or {@code null}
   * @param until before which time they ended, or {@code null}
   */
  record Choice(
      List<String> definitionIds, String caseNumber, String end, Instant from, Instant until) {}

  /** After which one the next page begins: it ended then, and has this id. */
  record Position(Instant endedAt, String id) {}

  /**
   * A step that an instance went through.
   *
   * @param elementId on the diagram
   * @param type as in the model, such as {@code serviceTask}
   * @param endedAt {@code null} while it is there
   * @param cancelled left without being done
   * @param calledInstanceId the instance of the process that it called, or {@code null}
   */
  record PathStep(
      String elementId,
      String step,
      String type,
      Instant startedAt,
      Instant endedAt,
      boolean cancelled,
      String calledInstanceId) {}

  /** The latest that ended, latest first. */
  List<Instance> page(Choice choice, Position after, int size) {
    List<String> ofCase = choice.caseNumber() == null ? List.of() : idsOfCase(choice.caseNumber());
    if (choice.caseNumber() != null && ofCase.isEmpty()) {
      return List.of();
    }
    String conditions = conditions(choice, after);
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < choice.definitionIds().size(); i++) {
      versions.add(
          COLUMNS
              + "h.proc_def_id_ = :definition"
              + i
              + conditions
              + " order by h.end_time_ desc, h.id_ desc fetch first :size rows only");
    }
    JdbcClient.StatementSpec sql =
        jdbc.sql(
                "select v.* from ("
                    + (versions.size() == 1
                        ? versions.get(0)
                        : "(" + String.join(") union all (", versions) + ")")
                    + ") v order by v.end_time_ desc, v.id_ desc fetch first :size rows only")
            .param("size", size);
    for (int i = 0; i < choice.definitionIds().size(); i++) {
      sql = sql.param("definition" + i, choice.definitionIds().get(i));
    }
    if (choice.caseNumber() != null) {
      sql = sql.param("ofCase", ofCase);
    }
    if (choice.end() != null) {
      sql = sql.param("end", choice.end());
    }
    if (choice.from() != null) {
      sql = sql.param("from", Timestamp.from(choice.from()));
    }
    if (choice.until() != null) {
      sql = sql.param("until", Timestamp.from(choice.until()));
    }
    if (after != null) {
      sql = sql.param("at", Timestamp.from(after.endedAt())).param("id", after.id());
    }
    return sql.query(this::instance).list();
  }

  private static String conditions(Choice choice, Position after) {
    StringBuilder conditions = new StringBuilder(" and h.end_time_ is not null");
    if (choice.caseNumber() != null) {
      conditions.append(" and h.id_ in (:ofCase)");
    }
    if (choice.end() != null) {
      conditions.append(
          isStop(choice.end()) ? " and h.state_ = :end" : " and h.end_act_id_ = :end");
    }
    if (choice.from() != null) {
      conditions.append(" and h.end_time_ >= :from");
    }
    if (choice.until() != null) {
      conditions.append(" and h.end_time_ < :until");
    }
    if (after != null) {
      conditions.append(" and h.end_time_ <= :at and (h.end_time_ < :at or h.id_ < :id)");
    }
    return conditions.toString();
  }

  private static boolean isStop(String end) {
    return end.equals(Stop.EXTERNALLY_TERMINATED.name())
        || end.equals(Stop.INTERNALLY_TERMINATED.name());
  }

  /** All instances of a case, running or not, in the order in which they began. */
  List<Instance> ofCase(String caseNumber, Predicate<String> maySee) {
    List<String> ids = idsOfCase(caseNumber);
    return ids.isEmpty()
        ? List.of()
        : jdbc
            .sql(COLUMNS + "h.id_ in (:ids) order by h.start_time_, h.id_")
            .param("ids", ids)
            .query(this::instance)
            .list()
            .stream()
            .filter(instance -> maySee.test(instance.processKey()))
            .toList();
  }

  /** A process that another called need not bear the case's number itself. */
  private List<String> idsOfCase(String caseNumber) {
    Collection<String> roots =
        jdbc.sql(
                """
                select distinct coalesce(root_proc_inst_id_, proc_inst_id_) from act_hi_procinst
                where business_key_ = :case fetch first :most rows only""")
            .param("case", caseNumber)
            .param("most", MOST_OF_A_CASE)
            .query(String.class)
            .list();
    return roots.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id_ from act_hi_procinst where root_proc_inst_id_ in (:roots)
                order by start_time_ fetch first :most rows only""")
            .param("roots", roots)
            .param("most", MOST_OF_A_CASE)
            .query(String.class)
            .list();
  }

  /** One instance, running or not. */
  Optional<Instance> find(String processInstanceId) {
    return jdbc.sql(COLUMNS + "h.proc_inst_id_ = :id")
        .param("id", processInstanceId)
        .query(this::instance)
        .optional();
  }

  /** The steps that an instance went through, in order; {@link #MOST_STEPS} at the most. */
  List<PathStep> path(String processInstanceId) {
    return jdbc.sql(
            """
            select act_id_, act_type_, proc_def_id_, start_time_, end_time_, act_inst_state_,
              call_proc_inst_id_
            from act_hi_actinst where proc_inst_id_ = :id
            order by start_time_, sequence_counter_, id_ fetch first :most rows only""")
        .param("id", processInstanceId)
        .param("most", MOST_STEPS)
        .query(this::pathStep)
        .list();
  }

  private Instance instance(ResultSet row, int number) throws SQLException {
    String definitionId = row.getString("proc_def_id_");
    String endId = row.getString("end_act_id_");
    return new Instance(
        row.getString("proc_inst_id_"),
        definitionId,
        row.getString("proc_def_key_"),
        row.getString("process"),
        row.getInt("version"),
        row.getString("case_number"),
        row.getTimestamp("start_time_").toInstant(),
        instant(row, "end_time_"),
        row.getString("state_"),
        endId,
        names.of(definitionId, endId));
  }

  private PathStep pathStep(ResultSet row, int number) throws SQLException {
    String stepId = row.getString("act_id_");
    return new PathStep(
        StepNames.elementId(stepId),
        names.of(row.getString("proc_def_id_"), stepId),
        row.getString("act_type_"),
        row.getTimestamp("start_time_").toInstant(),
        instant(row, "end_time_"),
        row.getInt("act_inst_state_") == CANCELLED,
        row.getString("call_proc_inst_id_"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
