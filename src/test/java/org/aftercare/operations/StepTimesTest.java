package org.aftercare.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aftercare.testing.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sums of the history: right at any time, each step counted once, and kept. */
@WebTest
class StepTimesTest {

  private static final Instant NOON = Instant.parse("2031-03-10T12:00:00Z");

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final String definition = "steps:1:" + UUID.randomUUID();
  private OffsetDateTime reachBefore;
  private StepTimes times;

  @BeforeEach
  void inTheYearsToCome() {
    reachBefore =
        jdbc.sql("select reached from step_time_reach")
            .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
            .single()
            .orElse(null);
    reach(NOON.minus(Duration.ofDays(10)));
    nowIs(NOON);
  }

  private void nowIs(Instant now) {
    times = new StepTimes(jdbc, Clock.fixed(now, ZoneOffset.UTC));
  }

  @AfterEach
  void leaveNothing() {
    jdbc.sql("delete from act_hi_actinst where proc_def_id_ = :id")
        .param("id", definition)
        .update();
    jdbc.sql("delete from step_time where definition_id = :id").param("id", definition).update();
    jdbc.sql("update step_time_reach set reached = :reached")
        .param("reached", reachBefore)
        .update();
  }

  @Test
  void whatHasJustEndedCountsAtOnce() {
    ended("Check", NOON.minusSeconds(10), 2_000);
    ended("Check", NOON.minusSeconds(5), 4_000);

    assertThat(times.of(List.of(definition), null))
        .containsExactly(new StepTimes.StepTime("Check", 2, 6_000, 4_000));
  }

  @Test
  void aStepCountsOnceHoweverOftenItIsSummedUp() {
    ended("Check", NOON.minus(Duration.ofDays(2)), 1_000);
    ended("Check", NOON.minus(Duration.ofHours(1)), 3_000);
    ended("Check", NOON.minusSeconds(5), 5_000);
    StepTimes.StepTime all = new StepTimes.StepTime("Check", 3, 9_000, 5_000);

    assertThat(times.of(List.of(definition), null)).containsExactly(all);
    sumUp();
    assertThat(times.of(List.of(definition), null)).containsExactly(all);
    sumUp();
    nowIs(NOON.plus(Duration.ofHours(1)));
    sumUp();
    sumUp();

    assertThat(times.of(List.of(definition), null)).containsExactly(all);
  }

  @Test
  void aTimeWithoutAnyNodeIsMadeUpForDayByDay() {
    for (int day = 9; day >= 0; day--) {
      ended("Check", NOON.minus(Duration.ofDays(day)).minus(Duration.ofHours(1)), 1_000);
    }

    int portions = sumUp();

    assertThat(portions).isGreaterThanOrEqualTo(10);
    assertThat(
            jdbc.sql("select count(*) from step_time where definition_id = :id")
                .param("id", definition)
                .query(Integer.class)
                .single())
        .isEqualTo(10);
    assertThat(ofLastDays(1)).containsExactly(new StepTimes.StepTime("Check", 1, 1_000, 1_000));
    assertThat(ofLastDays(3)).containsExactly(new StepTimes.StepTime("Check", 3, 3_000, 1_000));
  }

  @Test
  void sumsStayWhenTheHistoryIsCleanedUp() {
    ended("Check", NOON.minus(Duration.ofDays(2)), 1_000);
    sumUp();
    jdbc.sql("delete from act_hi_actinst where proc_def_id_ = :id")
        .param("id", definition)
        .update();
    sumUp();

    assertThat(times.of(List.of(definition), null))
        .containsExactly(new StepTimes.StepTime("Check", 1, 1_000, 1_000));
  }

  @Test
  void whatIsWrittenALittleLateIsCounted() {
    ended("Check", NOON.minus(Duration.ofHours(1)), 1_000);
    sumUp();
    ended("Check", NOON.minus(Duration.ofMinutes(4)), 1_000);
    nowIs(NOON.plus(Duration.ofHours(1)));
    sumUp();

    assertThat(times.of(List.of(definition), null))
        .containsExactly(new StepTimes.StepTime("Check", 2, 2_000, 1_000));
  }

  @Test
  void aFailureLeavesNothingHalf() {
    ended("Check", NOON.minus(Duration.ofDays(2)), 1_000);
    transaction.executeWithoutResult(
        status -> {
          times.sumUpNext();
          status.setRollbackOnly();
        });
    sumUp();

    assertThat(times.of(List.of(definition), null))
        .containsExactly(new StepTimes.StepTime("Check", 1, 1_000, 1_000));
  }

  @Test
  void whatIsDoneSeveralTimesAndItsBodyAreOneElement() {
    ended("Ask#multiInstanceBody", NOON.minus(Duration.ofDays(1)), 3_000);
    ended("Ask", NOON.minus(Duration.ofDays(1)), 1_000);
    sumUp();

    assertThat(times.of(List.of(definition), null))
        .containsExactly(new StepTimes.StepTime("Ask", 2, 4_000, 3_000));
  }

  private List<StepTimes.StepTime> ofLastDays(int days) {
    LocalDate today = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
    return times.of(List.of(definition), today.minusDays(days - 1L));
  }

  private int sumUp() {
    int portions = 0;
    boolean more;
    do {
      more = Boolean.TRUE.equals(transaction.execute(status -> times.sumUpNext()));
      portions++;
    } while (more);
    return portions;
  }

  private void reach(Instant until) {
    jdbc.sql("update step_time_reach set reached = :until")
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void ended(String stepId, Instant at, long millis) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into act_hi_actinst
              (id_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_,
               end_time_, duration_, act_inst_state_)
            values (:id, :definition, :id, :id, :step, 'serviceTask', :from, :at, :millis, 4)""")
        .param("id", id)
        .param("definition", definition)
        .param("step", stepId)
        .param("from", Timestamp.from(at.minusMillis(millis)))
        .param("at", Timestamp.from(at))
        .param("millis", millis)
        .update();
  }
}
