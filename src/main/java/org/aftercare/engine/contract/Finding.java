package org.aftercare.engine.contract;

/**
 * One place where a model breaks one rule.
 *
 * @param nature who would not have it: the engine, or only this house
 * @param file the file's path
 * @param elementId the element's id, or the id of what encloses it
 * @param elementName the element's label, empty if it has none
 * @param rule the rule's id
 * @param problem what is wrong there
 * @param reason why the rule exists
 * @param remedy what to do about it
 */
public record Finding(
    Nature nature,
    String file,
    String elementId,
    String elementName,
    String rule,
    String problem,
    String reason,
    String remedy) {

  /** Who does not have it so. */
  public enum Nature {
    /** A Camunda with nothing changed does not deploy it either. */
    ENGINE,
    /** Camunda would deploy it; the product's own rules do not allow it. */
    HOUSE
  }

  /** One line for people, whatever the file holds. */
  public String describe() {
    String label = elementName.isBlank() ? "" : " \"" + elementName + "\"";
    String place = elementId.isBlank() ? file + label : file + ": " + elementId + label;
    String broken = nature == Nature.ENGINE ? "the engine refuses it" : "house rule " + rule;
    return "%s: %s [%s: %s] Remedy: %s"
        .formatted(place, problem, broken, reason, remedy)
        .replaceAll("[\\p{Cntrl}\\s]+", " ");
  }
}
