package org.aftercare.deferral;

import org.aftercare.cases.CaseFlow;
import org.aftercare.testing.EngineWithCases;
import org.aftercare.testing.PlayedFlow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The engine with all models, every delegate of deferrals and nothing behind the delegates: a test
 * mocks the use cases. No stereotype, so that no other test's component scan picks it up.
 */
@Import(EngineWithCases.class)
@ComponentScan(
    basePackageClasses = PaymentDeferral.class,
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.(\\w+Delegate|DeferralDeadlines|DeferralFindings|\\w+Vocabulary)"))
class DeferralProcessTestApplication {

  @Bean
  CaseFlow deferralFacts() {
    return new PlayedFlow(DeferralProcess.KEY);
  }
}
