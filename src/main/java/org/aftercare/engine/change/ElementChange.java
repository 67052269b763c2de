package org.aftercare.engine.change;

import java.util.List;

/**
 * How an element of a model differs between two versions.
 *
 * @param elementId the element's id
 * @param type what it is, in words, such as {@code user task}; as it is after the change, if it is
 *     there then
 * @param name what people call it; for a sequence flow without a name, from where to where it goes
 * @param details what of it has changed, in words; empty unless it is {@link Kind#CHANGED}
 */
public record ElementChange(
    String elementId, String type, String name, Kind kind, List<String> details) {

  /** In the order of how much they matter. */
  public enum Kind {
    REMOVED,
    ADDED,
    CHANGED,
    /** Nothing but its place on the drawing differs. */
    MOVED
  }

  public ElementChange {
    details = List.copyOf(details);
  }
}
