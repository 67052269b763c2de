package org.aftercare.deferral;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as payment deferrals use it, and the names that they share with the model. */
@Component
class DeferralProcess {

  /** The process's id, and the flow's name in its cases. */
  static final String KEY = "payment-deferral";

  private final RuntimeService runtime;

  DeferralProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts the process of a case, in the caller's transaction.
   *
   * @param country ISO 3166 alpha-2
   * @param invoiceKnown whether billing has been asked already
   */
  void start(String caseNumber, String country, String invoiceNumber, boolean invoiceKnown) {
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(caseNumber)
        .setVariable("country", country)
        .setVariable("invoiceNumber", invoiceNumber)
        .setVariable("invoiceKnown", invoiceKnown)
        .setVariable("provisional", false)
        .setVariable("directDebit", false)
        .setVariable("inForce", false)
        .execute();
  }
}
