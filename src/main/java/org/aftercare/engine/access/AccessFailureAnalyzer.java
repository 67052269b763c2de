package org.aftercare.engine.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the start is refused for want of a safe login. */
class AccessFailureAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RuntimeException cause) {
    if (cause instanceof NoAdministratorException) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Set AFTERCARE_ADMIN_USER and AFTERCARE_ADMIN_PASSWORD for the first start. They are not read again once there is an administrator.",
          cause);
    }
    if (cause instanceof DemoDatabaseException) {
      return new FailureAnalysis(
          cause.getMessage(), "Start production on a database of its own.", cause);
    }
    return null;
  }
}
