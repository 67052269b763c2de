package org.aftercare.systems.http;

/** A system answered with another status than success. */
final class UnexpectedStatusException extends RuntimeException {

  private final int status;
  private final String code;

  /**
   * @param code the problem's code, or {@code null} if the answer holds none
   */
  UnexpectedStatusException(int status, String code) {
    super("status " + status);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
