package org.aftercare.systems;

import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.ExplainedFailure;

/**
 * Another system understood the call and refused it for a reason that the business knows. It is not
 * retried: a use case turns it into a result for a gateway.
 */
public class SystemRefusalException extends RuntimeException
    implements BusinessRefusal, ExplainedFailure {

  private final String system;
  private final String code;

  /**
   * @param system the system's name
   * @param code the contract's reason, for example {@code SOLD_OUT}
   */
  public SystemRefusalException(String system, String code) {
    super(system + " refused: " + code);
    this.system = system;
    this.code = code;
  }

  @Override
  public String system() {
    return system;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String explanation() {
    return getMessage();
  }
}
