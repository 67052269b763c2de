package org.aftercare.engine;

/** Tasks about cases whose process is over, and which therefore no process can ask of anybody. */
public interface ClosedCaseTasks {

  /**
   * Makes a task for the front office to talk to the customer, in the caller's transaction.
   * Completing it settles it. One that is open already is enough.
   *
   * @param country the case's, whose opening hours count
   */
  void talkToCustomer(String caseNumber, String country);
}
