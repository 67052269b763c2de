package org.aftercare.engine.form;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Takes a refused answer out of what the engine wraps around a listener's exception: as it stands
 * it would be answered like a fault of the server.
 */
final class TaskAnswerRefusals extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      TaskAnswerException refused = TaskAnswerException.in(e);
      throw refused == null ? e : refused;
    }
  }
}
