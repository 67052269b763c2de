package org.aftercare.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.outage.Outage.Cause;
import org.aftercare.outage.Outage.Origin;
import org.aftercare.outage.Outage.Place;
import org.aftercare.outage.Outage.State;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outages in the tables {@code outage} and {@code outage_customer}. */
@Repository
class JdbcOutages implements Outages {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  JdbcOutages(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Does not fail on a number that is taken, as that would spoil the caller's transaction. */
  @Override
  public boolean add(Outage outage) {
    return jdbc.sql(
                """
                insert into outage (outage_number, service, country, area, cause, origin, started_at,
                  expected_end_at, ended_at, state, reported_by, reported_at, affected, told,
                  contacts, news)
                select :number, :service, :country, :area, :cause, :origin,
                  cast(:startedAt as timestamp with time zone),
                  cast(:expectedEndAt as timestamp with time zone),
                  cast(:endedAt as timestamp with time zone), :state, :reportedBy,
                  cast(:reportedAt as timestamp with time zone), 0, 0, 0, 0
                where not exists (select 1 from outage where outage_number = :number)""")
            .params(columns(outage))
            .param("service", outage.place().service())
            .param("country", outage.place().country())
            .param("area", outage.place().area())
            .param("origin", outage.origin().name())
            .param("startedAt", utc(outage.startedAt()))
            .param("reportedBy", outage.reportedBy())
            .param("reportedAt", utc(outage.reportedAt()))
            .update()
        == 1;
  }

  @Override
  public Optional<Outage> find(String number) {
    return jdbc.sql("select * from outage where outage_number = :number")
        .param("number", number)
        .query(JdbcOutages::outage)
        .optional();
  }

  @Override
  public Outage lock(String number) {
    return jdbc.sql("select * from outage where outage_number = :number for update")
        .param("number", number)
        .query(JdbcOutages::outage)
        .optional()
        .orElseThrow(() -> new IllegalStateException("There is no outage " + number + "."));
  }

  @Override
  public List<Outage> page(State state, int offset, int size) {
    return jdbc.sql(
            "select * from outage"
                + (state == null ? "" : " where state = :state")
                + " order by reported_at desc, outage_number offset :offset rows fetch next :size rows only")
        .params(state == null ? Map.of() : Map.of("state", state.name()))
        .param("offset", offset)
        .param("size", size)
        .query(JdbcOutages::outage)
        .list();
  }

  @Override
  public long count(State state) {
    return jdbc.sql("select count(*) from outage" + (state == null ? "" : " where state = :state"))
        .params(state == null ? Map.of() : Map.of("state", state.name()))
        .query(Long.class)
        .single();
  }

  @Override
  public void change(Outage outage) {
    jdbc.sql(
            """
            update outage set cause = :cause,
              expected_end_at = cast(:expectedEndAt as timestamp with time zone),
              ended_at = cast(:endedAt as timestamp with time zone), state = :state
            where outage_number = :number""")
        .params(columns(outage))
        .update();
  }

  @Override
  public void addAffected(String number, List<String> customerIds) {
    batches.batchUpdate(
        "insert into outage_customer (outage_number, customer_id, told_in, contacted) values (?, ?, 0, false)",
        customerIds.stream().map(id -> new Object[] {number, id}).toList());
    if (customerIds.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update outage set affected = affected + :added, found_until = :last
            where outage_number = :number""")
        .param("added", customerIds.size())
        .param("last", customerIds.get(customerIds.size() - 1))
        .param("number", number)
        .update();
  }

  @Override
  public Optional<String> lastAffected(String number) {
    return jdbc.sql(
            "select found_until from outage where outage_number = :number and found_until is not null")
        .param("number", number)
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<Said> said(String number) {
    return jdbc.sql(
            """
            select news_cause, news_end_at from outage
            where outage_number = :number and news_cause is not null""")
        .param("number", number)
        .query(
            (row, index) ->
                new Said(Cause.valueOf(row.getString("news_cause")), instant(row, "news_end_at")))
        .optional();
  }

  @Override
  public Optional<String> overlapping(Place place) {
    String area = place.area() == null ? "" : place.area();
    return jdbc.sql(
            """
            select outage_number from outage
            where closed_at is null and service = :service and country = :country
              and (coalesce(area, '') like :area || '%' or :area like coalesce(area, '') || '%')
            order by reported_at, outage_number fetch first 1 row only""")
        .param("service", place.service())
        .param("country", place.country())
        .param("area", area)
        .query(String.class)
        .optional();
  }

  @Override
  public int forgetAffected(Instant closedBefore, int limit) {
    return jdbc.sql(
            """
            delete from outage_customer where (outage_number, customer_id) in (
              select c.outage_number, c.customer_id from outage_customer c
              join outage o on o.outage_number = c.outage_number
              where o.closed_at < :before limit :limit)""")
        .param("before", utc(closedBefore))
        .param("limit", limit)
        .update();
  }

  @Override
  public int beginNews(String number) {
    jdbc.sql(
            """
            update outage set news = news + 1, news_cause = cause, news_end_at = expected_end_at
            where outage_number = :number""")
        .param("number", number)
        .update();
    return require(number).news();
  }

  @Override
  public List<String> takeUntold(String number, int round, int limit) {
    List<Untold> untold =
        jdbc.sql(
                """
                select told_in, customer_id from outage_customer
                where outage_number = :number and told_in < :round and told_in >= :least
                order by told_in, customer_id fetch first :limit rows only""")
            .param("number", number)
            .param("round", round)
            .param("least", round == 1 ? 0 : 1)
            .param("limit", limit)
            .query((row, index) -> new Untold(row.getInt("told_in"), row.getString("customer_id")))
            .list();
    if (!untold.isEmpty()) {
      Untold last = untold.get(untold.size() - 1);
      jdbc.sql(
              """
              update outage_customer set told_in = :round
              where outage_number = :number and told_in >= :least
                and (told_in < :lastRound or told_in = :lastRound and customer_id <= :last)""")
          .param("round", round)
          .param("number", number)
          .param("least", round == 1 ? 0 : 1)
          .param("lastRound", last.round())
          .param("last", last.customerId())
          .update();
      if (round == 1) {
        jdbc.sql("update outage set told = told + :told where outage_number = :number")
            .param("told", untold.size())
            .param("number", number)
            .update();
      }
    }
    return untold.stream().map(Untold::customerId).toList();
  }

  @Override
  public void contacted(String customerId) {
    List<String> numbers =
        jdbc.sql(
                """
                select c.outage_number from outage_customer c
                join outage o on o.outage_number = c.outage_number
                where c.customer_id = :customer and c.told_in > 0 and c.contacted = false
                  and o.closed_at is null""")
            .param("customer", customerId)
            .query(String.class)
            .list();
    for (String number : numbers) {
      jdbc.sql(
              """
              update outage_customer set contacted = true
              where outage_number = :number and customer_id = :customer""")
          .param("number", number)
          .param("customer", customerId)
          .update();
    }
  }

  @Override
  public void close(String number, Instant at) {
    jdbc.sql(
            """
            update outage set closed_at = :at, found_until = null,
              state = case when state = 'OPEN' then 'UNTOLD' else state end, contacts = (select count(*) from outage_customer c
              where c.outage_number = outage.outage_number and c.contacted = true)
            where outage_number = :number""")
        .param("at", utc(at))
        .param("number", number)
        .update();
  }

  private static Map<String, Object> columns(Outage outage) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("number", outage.number());
    columns.put("cause", outage.cause().name());
    columns.put("expectedEndAt", utc(outage.expectedEndAt()));
    columns.put("endedAt", utc(outage.endedAt()));
    columns.put("state", outage.state().name());
    return columns;
  }

  private static Outage outage(ResultSet row, int number) throws SQLException {
    return new Outage(
        row.getString("outage_number"),
        new Place(row.getString("service"), row.getString("country"), row.getString("area")),
        Cause.valueOf(row.getString("cause")),
        Origin.valueOf(row.getString("origin")),
        instant(row, "started_at"),
        instant(row, "expected_end_at"),
        instant(row, "ended_at"),
        State.valueOf(row.getString("state")),
        row.getString("reported_by"),
        instant(row, "reported_at"),
        row.getInt("affected"),
        row.getInt("told"),
        row.getInt("contacts"),
        row.getInt("news"),
        instant(row, "closed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * @param round the last in which the customer was told, 0 for none
   */
  private record Untold(int round, String customerId) {}
}
