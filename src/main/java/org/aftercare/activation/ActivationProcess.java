package org.aftercare.activation;

import org.aftercare.activation.PlanOrder.Kind;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as orders of plans use it, and the names that they share with the models. */
@Component
class ActivationProcess {

  /** The processes' ids, and the flows' names in their cases. */
  static final String ACTIVATION = "service-activation";

  static final String UPGRADE = "subscription-upgrade";

  private final RuntimeService runtime;
  private final ManagementService management;

  ActivationProcess(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  static String flowOf(Kind kind) {
    return kind == Kind.UPGRADE ? UPGRADE : ACTIVATION;
  }

  static String prefixOf(Kind kind) {
    return kind == Kind.UPGRADE ? "U" : "A";
  }

  /**
   * Starts the process of a case, in the caller's transaction.
   *
   * @param country ISO 3166 alpha-2
   */
  void start(String flow, String caseNumber, String country) {
    runtime
        .createProcessInstanceByKey(flow)
        .businessKey(caseNumber)
        .setVariable("country", country)
        .execute();
  }

  /**
   * Lets the steps of a process run again that have stopped, for what they wait for has changed.
   */
  void resumeStopped(String processInstanceId) {
    management
        .createJobQuery()
        .processInstanceId(processInstanceId)
        .noRetriesLeft()
        .list()
        .forEach(stopped -> management.setJobRetries(stopped.getId(), 1));
  }
}
