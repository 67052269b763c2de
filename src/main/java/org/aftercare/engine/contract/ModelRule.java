package org.aftercare.engine.contract;

import java.util.function.Consumer;

/** One rule of the contract. */
abstract class ModelRule {

  private final String id;
  private final String reason;

  /**
   * @param id the rule's name in findings
   * @param reason why it exists, in a sentence
   */
  ModelRule(String id, String reason) {
    this.id = id;
    this.reason = reason;
  }

  final String id() {
    return id;
  }

  final String reason() {
    return reason;
  }

  abstract void check(ModelSet models, Consumer<Finding> findings);

  final Finding finding(
      ModelFile file, String elementId, String elementName, String problem, String remedy) {
    return new Finding(
        Finding.Nature.HOUSE,
        file.path(),
        elementId == null ? "" : elementId,
        elementName == null ? "" : elementName,
        id,
        problem,
        reason,
        remedy);
  }

  /** A file is so damaged that the rule cannot tell whether it is kept there. */
  final Finding unjudged(String path, Throwable cause) {
    return new Finding(
        Finding.Nature.HOUSE,
        path,
        "",
        "",
        ReadableRule.ID,
        "The rule %s cannot be judged: something in the file is missing or in the wrong place (%s)."
            .formatted(id, cause.getClass().getSimpleName()),
        ReadableRule.REASON,
        "Open it in Camunda Modeler, mend what looks wrong there, and save it.");
  }
}
