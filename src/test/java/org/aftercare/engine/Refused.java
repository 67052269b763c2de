package org.aftercare.engine;

/** What a partner refused, as a module above the engine would say it. */
class Refused extends RuntimeException implements BusinessRefusal {

  private final String system;
  private final String code;

  Refused(String system, String code) {
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
}
