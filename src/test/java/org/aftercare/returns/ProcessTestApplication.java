package org.aftercare.returns;

import org.aftercare.cases.CaseFlow;
import org.aftercare.cases.CasePartners;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.testing.EngineWithCases;
import org.aftercare.testing.PlayedFlow;
import org.aftercare.testing.PlayedPartners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The engine with all models, the real delegates of returns and of the steps that flows share, and
 * nothing behind them: a test mocks the use cases. No stereotype, so that no other test's component
 * scan picks it up.
 */
@Import(EngineWithCases.class)
@ComponentScan(
    basePackageClasses = {ProductReturn.class, Commitment.class},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.(\\w+Delegate|ReturnTimers|\\w+Vocabulary)"))
class ProcessTestApplication {

  @Bean
  CaseFlow returnFacts() {
    return new PlayedFlow(ReturnProcess.KEY);
  }

  @Bean
  CasePartners returnPartners() {
    return new PlayedPartners(ReturnProcess.KEY, "carrier", "carrier");
  }
}
