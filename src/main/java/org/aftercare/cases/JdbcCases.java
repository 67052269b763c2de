package org.aftercare.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps cases in the product's own tables. */
@Service
@Transactional
class JdbcCases implements Cases {

  /** A free number is found at the first try, but for once in billions of cases. */
  private static final int TRIES = 5;

  private static final String CASE_COLUMNS =
      "case_number, flow, customer_id, country, channel, status, outcome, opened_at, closed_at";
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;
  private final CaseDeadlines deadlines;
  private final ApplicationEventPublisher events;
  private final CaseNumbers numbers = new CaseNumbers();

  JdbcCases(
      JdbcClient jdbc,
      ObjectMapper json,
      Clock clock,
      CaseDeadlines deadlines,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.deadlines = deadlines;
    this.events = events;
  }

  @Override
  public ServiceCase open(NewCase newCase) {
    Instant now = now();
    String caseNumber = insert(newCase, now);
    insertEvent(caseNumber, now, "case.opened", Map.of());
    events.publishEvent(
        new CaseOpened(
            caseNumber,
            newCase.flow(),
            newCase.customerId(),
            newCase.country(),
            newCase.channel(),
            now));
    return require(caseNumber);
  }

  /** Does not fail on a number that is taken, as that would spoil the caller's transaction. */
  private String insert(NewCase newCase, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      String caseNumber = numbers.next(newCase.prefix());
      int inserted =
          jdbc.sql(
                  """
                  insert into service_case
                    (case_number, flow, customer_id, country, channel, status, opened_at)
                  select :caseNumber, :flow, :customerId, :country, :channel, 'OPEN',
                         cast(:now as timestamp with time zone)
                  where not exists
                    (select 1 from service_case where case_number = :caseNumber)
                  """)
              .param("caseNumber", caseNumber)
              .param("flow", newCase.flow())
              .param("customerId", newCase.customerId())
              .param("country", newCase.country())
              .param("channel", newCase.channel().name())
              .param("now", utc(now))
              .update();
      if (inserted == 1) {
        return caseNumber;
      }
    }
    throw new IllegalStateException("No free case number was found in %d tries".formatted(TRIES));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ServiceCase> find(String caseNumber) {
    return CaseNumbers.parse(caseNumber).flatMap(this::byNumber);
  }

  private Optional<ServiceCase> byNumber(String caseNumber) {
    return jdbc.sql("select " + CASE_COLUMNS + " from service_case where case_number = :caseNumber")
        .param("caseNumber", caseNumber)
        .query(JdbcCases::serviceCase)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Page search(String customerId, ServiceCase.Status status, int page, int size) {
    String where =
        (customerId == null ? "" : " and customer_id = :customerId")
            + (status == null ? "" : " and status = :status");
    Map<String, Object> params = new TreeMap<>();
    if (customerId != null) {
      params.put("customerId", customerId);
    }
    if (status != null) {
      params.put("status", status.name());
    }
    long total =
        jdbc.sql("select count(*) from service_case where 1 = 1" + where)
            .params(params)
            .query(Long.class)
            .single();
    List<ServiceCase> items =
        jdbc.sql(
                "select "
                    + CASE_COLUMNS
                    + " from service_case where 1 = 1"
                    + where
                    + " order by opened_at desc, case_number"
                    + " offset :first rows fetch next :size rows only")
            .params(params)
            .param("first", (long) page * size)
            .param("size", size)
            .query(JdbcCases::serviceCase)
            .list();
    return new Page(items, page, size, total);
  }

  @Override
  public void record(String caseNumber, String event, Map<String, String> facts) {
    insertEvent(require(caseNumber).caseNumber(), now(), event, facts);
  }

  private void insertEvent(String caseNumber, Instant at, String event, Map<String, String> facts) {
    jdbc.sql(
            """
            insert into case_event (case_number, happened_at, event, facts)
            values (:caseNumber, :now, :event, :facts)
            """)
        .param("caseNumber", caseNumber)
        .param("now", utc(at))
        .param("event", event)
        .param("facts", write(facts))
        .update();
  }

  @Override
  public void status(String caseNumber, ServiceCase.Status status) {
    if (status == ServiceCase.Status.CLOSED || status == ServiceCase.Status.CANCELLED) {
      throw new IllegalArgumentException("A case ends by close or cancel, not by a status");
    }
    String number = require(caseNumber).caseNumber();
    jdbc.sql(
            """
            update service_case
            set status = :status, hand_over_asked = (hand_over_asked and :status <> 'WITH_PERSON')
            where case_number = :caseNumber and closed_at is null
            """)
        .param("caseNumber", number)
        .param("status", status.name())
        .update();
  }

  @Override
  public boolean askForPerson(String caseNumber) {
    return jdbc.sql(
                """
                update service_case set hand_over_asked = true
                where case_number = :caseNumber and not hand_over_asked
                  and status <> 'WITH_PERSON' and closed_at is null
                """)
            .param("caseNumber", require(caseNumber).caseNumber())
            .update()
        == 1;
  }

  @Override
  public void country(String caseNumber, String country) {
    jdbc.sql("update service_case set country = :country where case_number = :caseNumber")
        .param("country", country)
        .param("caseNumber", require(caseNumber).caseNumber())
        .update();
  }

  @Override
  public void flow(String caseNumber, String flow) {
    String number = require(caseNumber).caseNumber();
    deadlines.endAll(number);
    jdbc.sql("update service_case set flow = :flow where case_number = :caseNumber")
        .param("flow", flow)
        .param("caseNumber", number)
        .update();
  }

  @Override
  public void close(String caseNumber, String outcome) {
    end(caseNumber, ServiceCase.Status.CLOSED, outcome, "case.closed");
  }

  @Override
  public void cancel(String caseNumber) {
    end(caseNumber, ServiceCase.Status.CANCELLED, "CANCELLED", "case.cancelled");
  }

  private void end(String caseNumber, ServiceCase.Status status, String outcome, String event) {
    ServiceCase ending = require(caseNumber);
    Instant now = now();
    int ended =
        jdbc.sql(
                """
                update service_case set status = :status, outcome = :outcome, closed_at = :now
                where case_number = :caseNumber and closed_at is null
                """)
            .param("caseNumber", ending.caseNumber())
            .param("status", status.name())
            .param("outcome", outcome)
            .param("now", utc(now))
            .update();
    if (ended == 0) {
      return;
    }
    deadlines.endAll(ending.caseNumber());
    insertEvent(ending.caseNumber(), now, event, Map.of());
    events.publishEvent(
        new CaseClosed(ending.caseNumber(), ending.flow(), outcome, ending.openedAt(), now));
  }

  @Override
  public void note(String caseNumber, String author, String about, String text) {
    jdbc.sql(
            """
            insert into case_note (case_number, written_at, author, about, body)
            values (:caseNumber, :now, :author, :about, :body)
            """)
        .param("caseNumber", require(caseNumber).caseNumber())
        .param("now", utc(now()))
        .param("author", author)
        .param("about", about)
        .param("body", text)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<TimelineEntry> timeline(String caseNumber) {
    return jdbc.sql(
            """
            select happened_at, event, facts from case_event
            where case_number = :caseNumber order by happened_at, event_id
            """)
        .param("caseNumber", caseNumber)
        .query(
            (row, n) ->
                new TimelineEntry(
                    instant(row, "happened_at"),
                    row.getString("event"),
                    read(row.getString("facts"))))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Note> notes(String caseNumber) {
    return jdbc.sql(
            """
            select written_at, author, about, body from case_note
            where case_number = :caseNumber order by written_at, note_id
            """)
        .param("caseNumber", caseNumber)
        .query(
            (row, n) ->
                new Note(
                    instant(row, "written_at"),
                    row.getString("author"),
                    row.getString("about"),
                    row.getString("body")))
        .list();
  }

  @Override
  public void startDeadline(String caseNumber, String name, Instant due) {
    deadlines.start(require(caseNumber), name, due);
  }

  @Override
  public void endDeadline(String caseNumber, String name) {
    deadlines.end(require(caseNumber).caseNumber(), name);
  }

  @Override
  public void pauseDeadlines(String caseNumber) {
    deadlines.pauseAll(require(caseNumber).caseNumber());
  }

  @Override
  public void resumeDeadlines(String caseNumber) {
    deadlines.resumeAll(require(caseNumber));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean awaitsCustomer(String caseNumber) {
    return deadlines.isPaused(require(caseNumber).caseNumber());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Deadline> deadlines(String caseNumber) {
    return deadlines.of(caseNumber);
  }

  private ServiceCase require(String caseNumber) {
    return find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
  }

  /** To the microsecond, as both databases keep it: what is returned equals what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private String write(Map<String, String> facts) {
    try {
      return json.writeValueAsString(new TreeMap<>(facts));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The facts cannot be written as JSON", e);
    }
  }

  private Map<String, String> read(String facts) {
    try {
      return json.readValue(facts, FACTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored facts are not JSON", e);
    }
  }

  private static ServiceCase serviceCase(ResultSet row, int n) throws SQLException {
    return new ServiceCase(
        row.getString("case_number"),
        row.getString("flow"),
        row.getString("customer_id"),
        row.getString("country"),
        ServiceCase.Channel.valueOf(row.getString("channel")),
        ServiceCase.Status.valueOf(row.getString("status")),
        row.getString("outcome"),
        instant(row, "opened_at"),
        instant(row, "closed_at"));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
