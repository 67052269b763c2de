package org.aftercare.engine.guard;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Stands before every command of the engine, whoever sends it: REST, a web application or our own
 * code. It stands within the transaction, so that a filter it refuses is not stored.
 */
final class QueryExpressionGuard extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof AbstractQuery<?, ?> query) {
      FilterExpressions.requireNone(query);
    }
    T result = proceed(command);
    if (command instanceof SaveFilterCmd
        && result instanceof Filter filter
        && filter.getQuery() instanceof AbstractQuery<?, ?> query) {
      FilterExpressions.requireAllowed(query);
    }
    return result;
  }

  /**
   * The engine reports a refused expression of a filter as a failure of its own, and repeats the
   * expression; whoever sent it is told what is allowed instead.
   */
  private <T> T proceed(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      ExpressionRefusedException refused = ExpressionRefusedException.in(e);
      throw refused == null ? e : refused;
    }
  }
}
