package org.aftercare.cases;

/** There is no case under that number. */
public class UnknownCaseException extends RuntimeException {

  public UnknownCaseException(String caseNumber) {
    super("There is no case " + caseNumber);
  }
}
