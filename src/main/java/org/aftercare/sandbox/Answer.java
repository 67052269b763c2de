package org.aftercare.sandbox;

/**
 * What a system says to a request for an effect.
 *
 * @param reference the id of what was made, or {@code null}
 * @param refusal the contract's code of a business refusal, or {@code null} if it was done
 */
record Answer(int status, Object body, String caseNumber, String reference, String refusal) {

  static Answer made(String caseNumber, String reference, Object body) {
    return new Answer(200, body, caseNumber, reference, null);
  }

  static Answer refused(String caseNumber, String code, String detail) {
    return new Answer(409, Problem.refusal(code, detail), caseNumber, null, code);
  }
}
