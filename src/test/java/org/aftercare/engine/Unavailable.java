package org.aftercare.engine;

/** A partner that cannot be reached, as a module above the engine would say it. */
class Unavailable extends RuntimeException implements ExplainedFailure {

  Unavailable() {
    super("connection refused while sending the parcel to Astrid Lindqvist");
  }

  @Override
  public String explanation() {
    return "parts does not answer";
  }
}
