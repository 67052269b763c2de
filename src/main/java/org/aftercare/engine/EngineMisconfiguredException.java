package org.aftercare.engine;

/** Settings that would make the engine lose or repeat work; the start fails. */
class EngineMisconfiguredException extends RuntimeException {

  private final String remedy;

  EngineMisconfiguredException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
