package org.aftercare.systems;

import org.aftercare.engine.PassingFault;

/** Another system has a fault that may be gone a moment later. */
public class PassingFaultException extends SystemUnavailableException implements PassingFault {

  public PassingFaultException(String system, String message, Throwable cause) {
    super(system, message, cause);
  }
}
