package org.aftercare.engine.contract;

/** An expression has none of the forms that models may use; the message says why. */
class ForbiddenExpressionException extends Exception {

  ForbiddenExpressionException(String message) {
    super(message);
  }
}
