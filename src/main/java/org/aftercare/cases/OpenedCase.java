package org.aftercare.cases;

/**
 * The answer to a request that opened a case, or that an open one has taken.
 *
 * @param caseNumber by which everybody asks for it
 */
public record OpenedCase(String caseNumber, ServiceCase.Status status) {

  /** How it stands now. */
  public static OpenedCase of(ServiceCase of) {
    return new OpenedCase(of.caseNumber(), of.status());
  }
}
