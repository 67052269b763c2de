package org.aftercare.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists every setting that is missing, so that nobody has to start once for each. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MissingSettingsException cause) {
    return new FailureAnalysis(
        "Aftercare cannot start with the settings that it was given:\n\n    "
            + String.join("\n    ", cause.faults()),
        "Set each as an environment variable, as named above, or as a property. What they mean"
            + " stands in application-production.yaml. To try Aftercare out with the sandbox in the"
            + " other systems' place, start it without the profile 'production'.",
        cause);
  }
}
