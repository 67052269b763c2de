package org.aftercare.engine;

/**
 * Implemented by an exception that says: the partner understood the call and refused it for a
 * reason that the business knows. A refusal is an outcome, not a failure: {@link RemoteCalls}
 * records it and throws it again, unchanged, whenever the step is repeated.
 */
public interface BusinessRefusal {

  /** The partner, for example {@code parts}; at most 100 characters. */
  String system();

  /** The reason as the partner's contract names it, for example {@code SOLD_OUT}; at most 100. */
  String code();

  /** Makes the exception again from what was recorded. One bean in the whole product. */
  @FunctionalInterface
  interface Factory {

    /**
     * @param system the recorded {@link BusinessRefusal#system()}
     * @param code the recorded {@link BusinessRefusal#code()}
     * @return an exception equal in type and contents to the one that was recorded
     */
    RuntimeException refusal(String system, String code);
  }
}
