package org.aftercare.engine.contract;

/**
 * One place where a model breaks one rule.
 *
 * @param file the file's path
 * @param elementId the element's id, or the id of what encloses it
 * @param elementName the element's label, empty if it has none
 * @param rule the rule's id
 * @param problem what is wrong there
 * @param reason why the rule exists
 * @param remedy what to do about it
 */
record Finding(
    String file,
    String elementId,
    String elementName,
    String rule,
    String problem,
    String reason,
    String remedy) {

  /** One line for people. */
  public String describe() {
    String label = elementName.isBlank() ? "" : " \"" + elementName + "\"";
    return "%s: %s%s: %s [%s: %s] Remedy: %s"
        .formatted(file, elementId, label, problem, rule, reason, remedy);
  }
}
