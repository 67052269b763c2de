package org.aftercare.returns;

import java.time.LocalDate;
import java.util.List;

/**
 * The rules of returns, as the decision tables in {@code bpmn/returns/} hold them: for what must be
 * known where no process asks for it.
 */
interface ReturnRules {

  /**
   * @param country ISO 3166 alpha-2
   * @param channel {@code ONLINE} or {@code STORE}
   * @param noticeOn the day of the notice, which decides which law is in force
   * @throws IllegalStateException if the table has no row for it
   */
  WithdrawalTerms terms(String country, String channel, LocalDate noticeOn);

  /**
   * @param country ISO 3166 alpha-2
   * @throws IllegalStateException if the table has no row for it
   */
  ReturnDeadlines deadlines(String country, LocalDate noticeOn);

  /** {@code WITHDRAWAL}, {@code VOLUNTARY}, {@code LATE}, {@code EXCLUDED} or {@code WARRANTY}. */
  String right(RightFacts facts);

  /** Codes such as {@code SERIAL_MISMATCH}, in the order of the table; empty if there is none. */
  List<String> signsOfFraud(FraudFacts facts);
}
