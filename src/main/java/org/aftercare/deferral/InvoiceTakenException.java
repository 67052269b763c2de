package org.aftercare.deferral;

/** Another open case of the customer is about the same invoice. */
class InvoiceTakenException extends RuntimeException {

  private final String caseNumber;

  /**
   * @param caseNumber the other case, or {@code null} if it has just ended
   */
  InvoiceTakenException(String caseNumber) {
    super("The invoice is that of case " + caseNumber);
    this.caseNumber = caseNumber;
  }

  String caseNumber() {
    return caseNumber;
  }
}
