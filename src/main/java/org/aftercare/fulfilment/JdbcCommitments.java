package org.aftercare.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitment.State;
import org.aftercare.systems.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commitments in the table {@code case_commitment}. */
@Repository
class JdbcCommitments implements Commitments {

  private final JdbcClient jdbc;

  JdbcCommitments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Commitment add(Commitment made) {
    int last =
        jdbc.sql(
                """
                select coalesce(max(ordinal), 0) from case_commitment
                where case_number = ? and kind = ?
                """)
            .params(made.caseNumber(), made.kind().name())
            .query(Integer.class)
            .single();
    Commitment kept = made.withOrdinal(last + 1);
    jdbc.sql(
            """
            insert into case_commitment (
              case_number, kind, ordinal, reference, detail, state, made_at, expected_on, starts_at,
              ends_at, amount, currency, left_at)
            values (
              :caseNumber, :kind, :ordinal, :reference, :detail, :state, :madeAt, :expectedOn,
              :startsAt, :endsAt, :amount, :currency, :leftAt)
            """)
        .params(columns(kept))
        .update();
    return kept;
  }

  @Override
  public void reschedule(Commitment changed) {
    update("expected_on = :expectedOn, starts_at = :startsAt, ends_at = :endsAt", changed, "true");
  }

  @Override
  public void markDone(Commitment made) {
    update("state = 'DONE'", made, "state = 'STANDS'");
  }

  @Override
  public boolean takeBack(Commitment made) {
    return update("state = 'TAKEN_BACK'", made, "state = 'STANDS' and left_at is null");
  }

  @Override
  public boolean leave(Commitment transport, Instant at) {
    return update("left_at = :leftAt", transport.leftAt(at), "left_at is null");
  }

  @Override
  public boolean standAgain(Commitment transport) {
    return update("state = 'STANDS'", transport, "state = 'TAKEN_BACK'");
  }

  /**
   * Writes only what it has to, and only if what it rests on still holds: a scan and a cancelling
   * may come at the same moment, each with an old picture of the row.
   */
  private boolean update(String assignments, Commitment of, String condition) {
    return jdbc.sql(
                "update case_commitment set "
                    + assignments
                    + " where case_number = :caseNumber and kind = :kind and ordinal = :ordinal and "
                    + condition)
            .params(columns(of))
            .update()
        == 1;
  }

  private static Map<String, Object> columns(Commitment commitment) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", commitment.caseNumber());
    columns.put("kind", commitment.kind().name());
    columns.put("ordinal", commitment.ordinal());
    columns.put("reference", commitment.reference());
    columns.put("detail", commitment.detail());
    columns.put("state", commitment.state().name());
    columns.put("madeAt", utc(commitment.madeAt()));
    columns.put("expectedOn", commitment.expectedOn());
    columns.put("startsAt", utc(commitment.startsAt()));
    columns.put("endsAt", utc(commitment.endsAt()));
    columns.put("leftAt", utc(commitment.leftAt()));
    columns.put("amount", commitment.amount() == null ? null : commitment.amount().amount());
    columns.put("currency", commitment.amount() == null ? null : commitment.amount().currency());
    return columns;
  }

  @Override
  public List<Commitment> of(String caseNumber) {
    return jdbc.sql(
            """
            select * from case_commitment where case_number = ? order by made_at, kind, ordinal
            """)
        .param(caseNumber)
        .query((row, n) -> commitment(row))
        .list();
  }

  private static Commitment commitment(ResultSet row) throws SQLException {
    return new Commitment(
        row.getString("case_number"),
        Kind.valueOf(row.getString("kind")),
        row.getInt("ordinal"),
        row.getString("reference"),
        row.getString("detail"),
        State.valueOf(row.getString("state")),
        instant(row, "made_at"),
        row.getObject("expected_on", LocalDate.class),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        Money.stored(row.getBigDecimal("amount"), row.getString("currency")),
        instant(row, "left_at"));
  }

  /** To the microsecond, as both databases keep it. */
  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
