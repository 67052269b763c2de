package org.aftercare.activation;

import org.aftercare.cases.CaseFlow;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Revenue;
import org.aftercare.systems.ServiceOrders;
import org.aftercare.systems.Subscriptions;
import org.aftercare.testing.EngineWithCases;
import org.aftercare.testing.PlayedFlow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The engine with all models and what carries orders out, up to played systems. No stereotype, so
 * that no other test's component scan picks it up.
 */
@Import(EngineWithCases.class)
@ComponentScan(
    basePackageClasses = PlanOrder.class,
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|ActivationProcess|OrderFulfilment|JdbcPlanOrders"
                    + "|\\w+Vocabulary)"))
class ActivationTestApplication {

  @Bean
  PlayedSystems playedSystems() {
    return new PlayedSystems();
  }

  @Bean
  ServiceOrders serviceOrders(PlayedSystems systems) {
    return systems.orders;
  }

  @Bean
  Subscriptions subscriptions(PlayedSystems systems) {
    return systems.billing;
  }

  @Bean
  Revenue revenue(PlayedSystems systems) {
    return systems.accounting;
  }

  @Bean
  RemoteSteps remoteSteps(RemoteCalls calls) {
    return new RemoteSteps(calls);
  }

  @Bean
  CaseFlow activationFacts() {
    return new PlayedFlow(ActivationProcess.ACTIVATION);
  }

  @Bean
  CaseFlow upgradeFacts() {
    return new PlayedFlow(ActivationProcess.UPGRADE);
  }
}
