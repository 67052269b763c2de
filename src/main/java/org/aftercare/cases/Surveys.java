package org.aftercare.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers say of closed cases. */
@Component
@DataSource(
    name = "Answers to surveys",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.WITH_THE_CASE)
class Surveys {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Surveys(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Keeps the first answer about a case.
   *
   * @return {@code false} if the case has one already
   */
  @Transactional
  boolean keep(ServiceCase of, SurveyAnswer answer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    lock(of.caseNumber());
    if (answered(of.caseNumber())) {
      return false;
    }
    jdbc.sql(
            """
            insert into case_survey
              (case_number, competence, treatment, added_value, solved, answered_at)
            values (:caseNumber, :competence, :treatment, :addedValue, :solved, :now)
            """)
        .param("caseNumber", of.caseNumber())
        .param("competence", answer.competence())
        .param("treatment", answer.treatment())
        .param("addedValue", answer.addedValue())
        .param("solved", answer.solved())
        .param("now", JdbcCases.utc(now))
        .update();
    events.publishEvent(
        new SurveyReceived(
            of.caseNumber(),
            of.flow(),
            answer.competence(),
            answer.treatment(),
            answer.addedValue(),
            answer.solved(),
            now));
    return true;
  }

  boolean answered(String caseNumber) {
    return jdbc.sql("select count(*) from case_survey where case_number = :caseNumber")
            .param("caseNumber", caseNumber)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Two answers at the same time come one after the other. */
  private void lock(String caseNumber) {
    jdbc.sql("select case_number from service_case where case_number = :caseNumber for update")
        .param("caseNumber", caseNumber)
        .query(String.class)
        .single();
  }
}
