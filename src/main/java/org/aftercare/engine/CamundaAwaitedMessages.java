package org.aftercare.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the message subscriptions of a case's process instances, called ones too, in one query that
 * the engine's API does not offer. Every instance of a case carries its number; the root instance
 * is no way to it, for the engine does not store it with the executions inside an instance.
 */
@Component
class CamundaAwaitedMessages implements AwaitedMessages {

  private final JdbcClient jdbc;

  CamundaAwaitedMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> of(String caseNumber) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct S.EVENT_NAME_ from ACT_RU_EVENT_SUBSCR S
                join ACT_RU_EXECUTION E on E.ID_ = S.EXECUTION_ID_
                join ACT_RU_EXECUTION P on P.ID_ = E.PROC_INST_ID_
                where S.EVENT_TYPE_ = 'message' and P.BUSINESS_KEY_ = :caseNumber
                """)
            .param("caseNumber", caseNumber)
            .query(String.class)
            .list());
  }

  @Override
  public Optional<String> wait(String caseNumber, String message) {
    return jdbc.sql(
            """
            select min(S.ID_) from ACT_RU_EVENT_SUBSCR S
            join ACT_RU_EXECUTION E on E.ID_ = S.EXECUTION_ID_
            join ACT_RU_EXECUTION P on P.ID_ = E.PROC_INST_ID_
            where S.EVENT_TYPE_ = 'message' and S.EVENT_NAME_ = :message
              and P.BUSINESS_KEY_ = :caseNumber
            """)
        .param("caseNumber", caseNumber)
        .param("message", message)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single();
  }
}
