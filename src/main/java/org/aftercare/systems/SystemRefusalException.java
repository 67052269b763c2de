package org.aftercare.systems;

/**
 * Another system understood the call and refused it for a reason that the business knows. It is not
 * retried: a use case turns it into a result for a gateway.
 */
public class SystemRefusalException extends RuntimeException {

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

  public String system() {
    return system;
  }

  public String code() {
    return code;
  }
}
