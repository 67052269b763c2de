package org.aftercare.warranty;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as warranty claims use it, and the names that they share with the model. */
@Component
class WarrantyProcess {

  /** The process's id, and the flow's name in its cases. */
  static final String KEY = "warranty-claim";

  private final RuntimeService runtime;

  WarrantyProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts the process of a case, in the caller's transaction.
   *
   * @param country ISO 3166 alpha-2
   * @param factsKnown whether customer and purchase have been found already
   */
  void start(String caseNumber, String country, boolean factsKnown) {
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(caseNumber)
        .setVariable("country", country)
        .setVariable("factsKnown", factsKnown)
        .setVariable("failedRepairs", 0)
        .setVariable("repairRuledOut", false)
        .setVariable("itemLost", false)
        .setVariable("recalled", false)
        .setVariable("repairPaid", false)
        .setVariable("misuseFound", false)
        .execute();
  }
}
