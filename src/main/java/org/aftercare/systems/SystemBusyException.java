package org.aftercare.systems;

import org.aftercare.engine.PassingFault;

/** A system was not called, because too many calls to it are under way. */
public final class SystemBusyException extends SystemUnavailableException implements PassingFault {

  public SystemBusyException(String system, String message) {
    super(system, message, null);
  }
}
