package org.aftercare.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as the engine's tables may keep it: where it happened and of which types it was, and a
 * message only if the exception vouches for it. Messages of other exceptions may quote anything,
 * also what is known of a person.
 */
class RecordedFailure extends RuntimeException {

  private static final int LONGEST_CHAIN = 20;

  private final String originalType;

  private RecordedFailure(Throwable original, RecordedFailure cause, String message) {
    super(message, cause);
    this.originalType = original.getClass().getName();
    setStackTrace(original.getStackTrace());
  }

  static RecordedFailure of(Throwable original) {
    if (original instanceof RecordedFailure already) {
      return already;
    }
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return copy(original, explanation(original), seen);
  }

  /** What the first exception of the chain that can explain itself says, or the deepest type. */
  static String explanation(Throwable failure) {
    Throwable deepest = failure;
    int depth = 0;
    for (Throwable t = failure; t != null && depth < LONGEST_CHAIN; t = t.getCause(), depth++) {
      if (t instanceof ExplainedFailure explained) {
        return explained.explanation();
      }
      if (t instanceof RecordedFailure recorded) {
        return recorded.getMessage();
      }
      deepest = t;
    }
    return "unexpected " + deepest.getClass().getSimpleName();
  }

  private static RecordedFailure copy(Throwable original, String message, Set<Throwable> seen) {
    if (original == null || seen.size() >= LONGEST_CHAIN || !seen.add(original)) {
      return null;
    }
    String causeMessage =
        original.getCause() instanceof ExplainedFailure explained ? explained.explanation() : null;
    return new RecordedFailure(original, copy(original.getCause(), causeMessage, seen), message);
  }

  @Override
  public String toString() {
    return getMessage() == null ? originalType : originalType + ": " + getMessage();
  }
}
