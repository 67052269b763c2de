package org.aftercare.registration;

/**
 * The customer has cancelled, and the process has not heard of it: the step must not go on. It is
 * undone and would be tried again, but the cancellation ends it before.
 */
class CancellationUnderWayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CancellationUnderWayException(String caseNumber) {
    super(
        "Registration %s has been cancelled; its process is about to hear of it."
            .formatted(caseNumber));
  }
}
