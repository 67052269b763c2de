package org.aftercare.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong and how to mend it instead of a stack trace. */
class EngineMisconfiguredAnalyzer extends AbstractFailureAnalyzer<EngineMisconfiguredException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EngineMisconfiguredException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
