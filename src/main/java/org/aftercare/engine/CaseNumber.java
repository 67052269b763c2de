package org.aftercare.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Which case an execution works for. */
final class CaseNumber {

  private CaseNumber() {}

  /**
   * The business key of the execution's process or else of the process that called it in the first
   * place; {@code null} if neither has one.
   */
  static String of(ExecutionEntity execution) {
    if (execution == null) {
      return null;
    }
    if (execution.getProcessBusinessKey() != null) {
      return execution.getProcessBusinessKey();
    }
    ExecutionEntity root =
        Context.getCommandContext()
            .getExecutionManager()
            .findExecutionById(execution.getRootProcessInstanceId());
    return root == null ? null : root.getBusinessKey();
  }
}
