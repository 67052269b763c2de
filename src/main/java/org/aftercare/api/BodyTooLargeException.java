package org.aftercare.api;

import java.io.IOException;

/** The body went on past the limit while it was being read. */
class BodyTooLargeException extends IOException {

  BodyTooLargeException(int limitBytes) {
    super("The body is longer than " + limitBytes + " bytes.");
  }

  static boolean isBehind(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLargeException) {
        return true;
      }
    }
    return false;
  }
}
