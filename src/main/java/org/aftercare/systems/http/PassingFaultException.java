package org.aftercare.systems.http;

import org.aftercare.systems.SystemUnavailableException;

/** A fault that may be gone a moment later, so that a read is worth another try. */
final class PassingFaultException extends SystemUnavailableException {

  PassingFaultException(String system, String message, Throwable cause) {
    super(system, message, cause);
  }
}
