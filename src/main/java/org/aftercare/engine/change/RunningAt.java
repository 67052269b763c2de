package org.aftercare.engine.change;

import java.util.SortedMap;

/**
 * How many cases are at one element of a process, over all versions of it.
 *
 * @param elementId the element's id
 * @param name what people call it; its id, if nothing better is known
 * @param byVersion how many, by the version in which they run
 */
public record RunningAt(String elementId, String name, SortedMap<Integer, Long> byVersion) {

  RunningAt called(String better) {
    return new RunningAt(elementId, better, byVersion);
  }

  /** How many, whatever the version. */
  public long all() {
    return byVersion.values().stream().mapToLong(Long::longValue).sum();
  }
}
