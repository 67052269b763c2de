package org.aftercare.engine.change;

import java.util.Map;

/** Says to people what the engine says to programmers when an instance cannot move. */
final class ReasonWords {

  private final Map<String, ModelElement> before;
  private final Map<String, ModelElement> after;

  ReasonWords(Map<String, ModelElement> before, Map<String, ModelElement> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param elementId where the instance is
   * @param failure the engine's words
   */
  String at(String elementId, String failure) {
    String place = "It is at “%s” (%s)".formatted(name(elementId), elementId);
    if (failure.startsWith("There is no migration instruction for this instance's activity")) {
      ModelElement now = after.get(elementId);
      if (now == null) {
        return place + ", which the new version does not have.";
      }
      ModelElement old = before.get(elementId);
      return old != null && !old.type().equals(now.type())
          ? place + ", which is another kind of step in the new version: %s.".formatted(now.type())
          : place + ", which stands elsewhere or is built in another way in the new version.";
    }
    if (failure.startsWith("Target activity is not asyncBefore")) {
      return place + ", about to begin it; in the new version nothing waits there to begin.";
    }
    if (failure.startsWith("Target activity is not asyncAfter")) {
      return place + ", having ended it; in the new version nothing waits there to go on.";
    }
    if (failure.startsWith("The type of the source activity is not supported")) {
      return place + ", a kind of step from which the engine moves nothing.";
    }
    return place + ". The engine says: " + failure + ".";
  }

  /**
   * @param failure the engine's words
   */
  String unforeseen(String failure) {
    return "The engine says: " + failure;
  }

  private String name(String elementId) {
    ModelElement element =
        before.containsKey(elementId) ? before.get(elementId) : after.get(elementId);
    return element == null ? elementId : element.name();
  }
}
