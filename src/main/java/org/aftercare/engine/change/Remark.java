package org.aftercare.engine.change;

import org.aftercare.engine.contract.Finding;

/**
 * What the guard at deployment says of one place in a model.
 *
 * @param byEngine whether no Camunda would deploy it; otherwise it breaks a rule of the house
 * @param file the file's name
 * @param elementId the element's id, empty if it is about the file
 * @param elementName the element's label, empty if it has none
 * @param rule the rule's id
 * @param problem what is wrong there
 * @param reason why the rule exists
 * @param remedy what to do about it
 */
public record Remark(
    boolean byEngine,
    String file,
    String elementId,
    String elementName,
    String rule,
    String problem,
    String reason,
    String remedy) {

  static Remark of(Finding finding) {
    return new Remark(
        finding.nature() == Finding.Nature.ENGINE,
        finding.file(),
        finding.elementId(),
        finding.elementName(),
        finding.rule(),
        finding.problem(),
        finding.reason(),
        finding.remedy());
  }
}
