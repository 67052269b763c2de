package org.aftercare.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A query holds an expression that it may not. Over REST it is answered with status 400. The
 * message never repeats the expression.
 */
class ExpressionRefusedException extends BadUserRequestException {

  ExpressionRefusedException(String message) {
    super(message);
  }

  /** What refused, where the engine has wrapped it; {@code null} if something else failed. */
  static ExpressionRefusedException in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ExpressionRefusedException refused) {
        return refused;
      }
    }
    return null;
  }
}
