package org.aftercare.sandbox;

/**
 * How a system misbehaves.
 *
 * @param mode what it does
 * @param delayMillis how late it is, for {@code SLOW} and {@code LATE}
 * @param times how many requests it concerns, or {@code null} for all until it is changed
 * @param path only requests whose path holds this text, or {@code null} for all of the system
 */
record Fault(Mode mode, long delayMillis, Integer times, String path) {

  static final Fault NONE = new Fault(Mode.NONE, 0, null, null);

  enum Mode {
    NONE,
    /** Answers 503 and does nothing. */
    OFF,
    /** Does what was asked at once, and answers late. */
    SLOW,
    /** Does what was asked late, and then answers. */
    LATE,
    /** Does what was asked and closes the connection without an answer. */
    DROP,
    /** Does what was asked and answers with what its contract does not know. */
    GARBAGE
  }

  boolean concerns(String requestPath) {
    return mode != Mode.NONE && (path == null || path.isBlank() || requestPath.contains(path));
  }

  Fault oneLess() {
    if (times == null) {
      return this;
    }
    return times <= 1 ? NONE : new Fault(mode, delayMillis, times - 1, path);
  }

  /** Waits as long as the fault says. */
  void pause() {
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
