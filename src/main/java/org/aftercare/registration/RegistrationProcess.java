package org.aftercare.registration;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as registrations use it, and the names that they share with the model. */
@Component
class RegistrationProcess {

  /** The process's id, and the flow's name in its cases. */
  static final String KEY = "product-registration";

  static final String REGISTERED = "REGISTERED";

  private final RuntimeService runtime;

  RegistrationProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts the process of a case, in the caller's transaction.
   *
   * @param country ISO 3166 alpha-2
   */
  void start(String caseNumber, String country) {
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(caseNumber)
        .setVariable("country", country)
        .execute();
  }
}
