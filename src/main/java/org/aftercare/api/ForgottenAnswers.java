package org.aftercare.api;

import java.util.Set;

/** Removes a customer from the answers that are kept for commands which are sent again. */
public interface ForgottenAnswers {

  /**
   * In the caller's transaction: the customer's own commands are forgotten; of what staff asked for
   * on their behalf, request and answer are, but not that it was done: sent again, it is refused
   * with 410.
   *
   * @param caseNumbers all cases of the customer
   */
  void forget(String customerId, Set<String> caseNumbers);
}
