package org.aftercare.bench;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * A year of the engine's history, made by the database itself: what the product would have written
 * had it worked that long. Half of the instances are of one process; three make a case. Elements,
 * ends and labels are those of the models that are deployed. There are no variables, for the
 * product keeps none in its history (ADR 3).
 */
final class GrownHistory {

  private static final List<String> PROCESSES =
      List.of(
          "warranty-claim",
          "claim-intake",
          "claim-remedy",
          "repair",
          "product-return",
          "return-grading",
          "service-activation",
          "service-order",
          "payment-deferral",
          "survey");

  private static final int PARTS = 4;
  private static final int TIMERS = 20_000;
  private static final int FAILING = 2_000;
  private static final int STOPPED = 5_000;
  private static final int DEAD = 1_000;
  private static final int NOTICES = 100_000;
  private static final int UNDELIVERED = 500;

  private final Connection connection;
  private final int instances;
  private final int steps;

  GrownHistory(Connection connection, int instances, int steps) {
    this.connection = connection;
    this.instances = instances;
    this.steps = steps;
  }

  void make() throws SQLException {
    // Nobody sums up what is only half there.
    execute("update housekeeping set due_at = 'infinity' where work = 'step-times'");
    readModels();
    List<String> indexes = dropIndexes();
    execute(INSTANCES.formatted(instances));
    makeSteps();
    execute("set maintenance_work_mem = '1GB'");
    for (String index : indexes) {
      execute(index);
    }
    makeOpenWork();
    execute("drop table bench_process, bench_step");
    execute("analyze");
    execute("update housekeeping set due_at = now() where work = 'step-times'");
  }

  /** Each part by a connection of its own. */
  private void makeSteps() throws SQLException {
    String url = connection.getMetaData().getURL();
    ExecutorService threads = Executors.newFixedThreadPool(PARTS);
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      String sql = STEPS.formatted(PARTS, part);
      parts.add(CompletableFuture.runAsync(() -> executeAt(url, sql), threads));
    }
    parts.forEach(CompletableFuture::join);
    threads.shutdown();
  }

  private static void executeAt(String url, String sql) {
    try (Connection own = DriverManager.getConnection(url, Database.USER, Database.USER);
        Statement statement = own.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readModels() throws SQLException {
    execute(
        "create unlogged table bench_process (no int, id text, key text, start_id text, ends text[])");
    execute("create unlogged table bench_step (no int, pos int, id text, name text, type text)");
    try (PreparedStatement process =
            connection.prepareStatement("insert into bench_process values (?, ?, ?, ?, ?)");
        PreparedStatement step =
            connection.prepareStatement("insert into bench_step values (?, ?, ?, ?, ?)");
        PreparedStatement models =
            connection.prepareStatement(
                """
                select d.id_, b.bytes_ from act_re_procdef d
                join act_ge_bytearray b
                  on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                where d.key_ = ?""")) {
      for (int no = 0; no < PROCESSES.size(); no++) {
        models.setString(1, PROCESSES.get(no));
        try (ResultSet rows = models.executeQuery()) {
          if (!rows.next()) {
            throw new IllegalStateException("No model " + PROCESSES.get(no));
          }
          add(process, step, no, rows.getString(1), rows.getBytes(2));
        }
      }
    }
  }

  private void add(
      PreparedStatement process, PreparedStatement step, int no, String id, byte[] model)
      throws SQLException {
    List<FlowNode> nodes = new ArrayList<>();
    Bpmn.readModelFromStream(new ByteArrayInputStream(model))
        .getModelElementsByType(FlowNode.class)
        .stream()
        .filter(node -> node.getParentElement() instanceof Process)
        .filter(node -> !(node instanceof BoundaryEvent))
        .forEach(nodes::add);
    FlowNode start = nodes.stream().filter(StartEvent.class::isInstance).findFirst().orElseThrow();
    List<FlowNode> ends = nodes.stream().filter(EndEvent.class::isInstance).toList();
    List<FlowNode> between =
        nodes.stream()
            .filter(node -> !(node instanceof StartEvent) && !(node instanceof EndEvent))
            .toList();
    process.setInt(1, no);
    process.setString(2, id);
    process.setString(3, PROCESSES.get(no));
    process.setString(4, start.getId());
    process.setArray(
        5, connection.createArrayOf("text", ends.stream().map(FlowNode::getId).toArray()));
    process.executeUpdate();
    for (int pos = 1; pos <= steps; pos++) {
      // A process with fewer elements goes round.
      FlowNode node =
          pos == 1 ? start : pos == steps ? ends.get(0) : between.get((pos - 2) % between.size());
      step.setInt(1, no);
      step.setInt(2, pos);
      step.setString(3, node.getId());
      step.setString(4, node.getName());
      step.setString(5, node.getElementType().getTypeName());
      step.executeUpdate();
    }
  }

  /** They are made anew when all rows are there, which is quicker and leaves the same. */
  private List<String> dropIndexes() throws SQLException {
    List<String> made = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select indexname, indexdef from pg_indexes
                where tablename in ('act_hi_procinst', 'act_hi_actinst')
                  and not exists (select 1 from pg_constraint c where c.conname = indexname)""")) {
      while (rows.next()) {
        names.add(rows.getString(1));
        made.add(rows.getString(2));
      }
    }
    for (String name : names) {
      execute("drop index " + name);
    }
    return made;
  }

  /**
   * One in fifty was cancelled, one in a hundred ended with its case, one in a thousand came to the
   * rarest of its process's ends.
   */
  private static final String INSTANCES =
      """
      insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
        start_time_, end_time_, removal_time_, duration_, start_act_id_, end_act_id_,
        super_process_instance_id_, root_proc_inst_id_, state_)
      select i.id, i.id, 'W-' || lpad(to_hex(i.n / 3), 8, '0'), p.key, p.id,
        i.at - make_interval(secs => i.secs), i.at, i.at + interval '1095 days',
        (i.secs * 1000)::bigint, p.start_id,
        case when i.n %% 50 = 0 or i.n %% 100 = 1 then null
          when i.n %% 1000 = 3 then p.ends[array_length(p.ends, 1)] else p.ends[1] end,
        case when i.n %% 3 = 0 then null else i.root end, i.root,
        case when i.n %% 50 = 0 then 'EXTERNALLY_TERMINATED'
          when i.n %% 100 = 1 then 'INTERNALLY_TERMINATED' else 'COMPLETED' end
      from (
        select n, lpad(to_hex(n), 8, '0') || '-e684-11f1-a69f-02fc00000001' as id,
          lpad(to_hex(n - n %% 3), 8, '0') || '-e684-11f1-a69f-02fc00000001' as root,
          case when n %% 2 = 0 then 0 else 1 + (n / 2) %% 9 end as no,
          date_trunc('milliseconds', localtimestamp - interval '10 minutes'
            - interval '365 days' * (%1$d - n) / %1$d) as at,
          5 + random() * 400000 as secs
        from generate_series(3, %1$d + 2) n) i
      join bench_process p on p.no = i.no""";

  private static final String STEPS =
      """
      insert into act_hi_actinst (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_,
        root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_, act_name_, act_type_,
        start_time_, end_time_, duration_, act_inst_state_, sequence_counter_, removal_time_)
      select s.id || ':' || substr(h.id_, 1, 8) || lpad(to_hex(s.pos), 4, '0'), h.id_,
        h.proc_def_key_, h.proc_def_id_, h.root_proc_inst_id_, h.id_, h.id_, s.id, s.name, s.type,
        h.start_time_ + make_interval(secs => h.duration_ / 1000.0 * (s.pos - 1) / c.steps),
        h.start_time_ + make_interval(secs => h.duration_ / 1000.0 * s.pos / c.steps),
        h.duration_ / c.steps, 4, s.pos, h.removal_time_
      from act_hi_procinst h
      join bench_process p on p.id = h.proc_def_id_
      join bench_step s on s.no = p.no
      cross join (select max(pos) as steps from bench_step) c
      where ('x' || substr(h.id_, 1, 8))::bit(32)::int %% %d = %d""";

  /** Timers that wait, steps that fail, incidents, dead letters and an outbox that was emptied. */
  private void makeOpenWork() throws SQLException {
    execute(
        """
        insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_,
          proc_def_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_,
          suspension_state_, cached_ent_state_, sequence_counter_)
        select 'open-' || n, 1, 'open-' || n, 'open-' || n, 'O-' || n, p.id, true, false, true,
          false, 1, 0, 1
        from generate_series(1, %d) n join bench_process p on p.no = n %% 10"""
            .formatted(TIMERS + FAILING + STOPPED));
    execute(
        """
        insert into act_ge_bytearray (id_, rev_, name_, bytes_)
        select 'why-' || n, 1, 'job.exceptionByteArray', 'a stack trace'::bytea
        from generate_series(%d, %d) n"""
            .formatted(TIMERS + 1, TIMERS + FAILING + STOPPED));
    execute(
        """
        insert into act_ru_job (id_, rev_, type_, execution_id_, root_proc_inst_id_,
          process_instance_id_, process_def_id_, process_def_key_, retries_, exception_stack_id_,
          exception_msg_, failed_act_id_, duedate_, handler_type_, suspension_state_, create_time_,
          exclusive_)
        select 'job-' || n, 1, 'timer', 'open-' || n, 'open-' || n, 'open-' || n, p.id, p.key,
          case when n > %2$d then 0 when n > %1$d then 2 else 3 end,
          case when n > %1$d then 'why-' || n end,
          case when n > %1$d then
            (array['parts', 'billing', 'orders'])[1 + n %% 3] || ': answered with status 503 for O-' || n end,
          s.id, localtimestamp + interval '30 days' + make_interval(secs => n),
          'timer-intermediate-transition', 1, localtimestamp, true
        from generate_series(1, %3$d) n join bench_process p on p.no = n %% 10
        join bench_step s on s.no = p.no and s.pos = 3"""
            .formatted(TIMERS, TIMERS + FAILING, TIMERS + FAILING + STOPPED));
    execute(
        """
        insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_,
          execution_id_, activity_id_, failed_activity_id_, proc_inst_id_, proc_def_id_,
          cause_incident_id_, root_cause_incident_id_, configuration_)
        select 'incident-' || id_, 1, localtimestamp, exception_msg_, 'failedJob', execution_id_,
          failed_act_id_, failed_act_id_, process_instance_id_, process_def_id_,
          'incident-' || id_, 'incident-' || id_, id_
        from act_ru_job where retries_ = 0 and id_ like 'job-%'""");
    execute(
        """
        insert into inbox_message (source, message_id, name, case_number, variables, state, tries,
          received_at, next_try_at, expires_at, settled_at, problem)
        select 'parts', 'bench-' || n, 'PartArrived', 'O-' || n, '[]', 'DEAD', 9, now(), now(),
          now(), now(), 'EXPIRED'
        from generate_series(1, %d) n"""
            .formatted(DEAD));
    execute(
        """
        insert into notification (notice_id, recipient, case_number, template, facts, urgent,
          told_at, state, attempts, due_at, failure)
        select 'bench-' || n, 'customer:C-' || n, 'O-' || n, 'case.received', '{}', false, now(),
          case when n > %1$d then 'FAILED' else 'PLANNED' end, 1, now(),
          case when n > %1$d then 'NO_ADDRESS' end
        from generate_series(1, %2$d) n"""
            .formatted(NOTICES, NOTICES + UNDELIVERED));
  }

  /** What was made, in words. */
  String size() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select (select count(*) from act_hi_procinst), (select count(*) from act_hi_actinst),
                  pg_size_pretty(pg_database_size(current_database()))""")) {
      rows.next();
      return String.format(
          Locale.ROOT,
          "%,d finished instances, %,d steps, %,d timers, %,d failing steps, %,d incidents,"
              + " %,d dead letters, %,d notices of which %,d undelivered; %s",
          rows.getLong(1),
          rows.getLong(2),
          TIMERS,
          FAILING,
          STOPPED,
          DEAD,
          NOTICES + UNDELIVERED,
          UNDELIVERED,
          rows.getString(3));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
