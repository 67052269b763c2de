package org.aftercare.cases;

import org.aftercare.api.Caller;

/** Lets a flow's own API take the answer to a question, as the API of every case does. */
public interface CaseQuestions {

  /** Whether the case waits for the customer's answer to the question now. */
  boolean isOpen(String caseNumber, CustomerQuestion question);

  /**
   * Hands an answer to the process, in the caller's transaction.
   *
   * @param key the command's idempotency key
   * @param answer one of those that the case allows
   * @param text what the customer adds in their own words, or {@code null}
   * @throws org.aftercare.api.ProblemException if the case is closed, does not ask, has an answer
   *     already, or allows no such answer
   */
  void answer(
      ServiceCase of,
      Caller caller,
      String key,
      CustomerQuestion question,
      String answer,
      String text);
}
