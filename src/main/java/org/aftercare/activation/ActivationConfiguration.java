package org.aftercare.activation;

import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.CaseFlow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two flows that differ in name alone. */
@Configuration
class ActivationConfiguration {

  @Bean
  CaseFlow activationFlow(PlanOrders orders) {
    return new PlanOrderFlow(ActivationProcess.ACTIVATION, orders);
  }

  @Bean
  CaseFlow upgradeFlow(PlanOrders orders) {
    return new PlanOrderFlow(ActivationProcess.UPGRADE, orders);
  }

  @Bean
  CaseFacts activationFacts(PlanOrders orders) {
    return new PlanOrderFacts(ActivationProcess.ACTIVATION, orders);
  }

  @Bean
  CaseFacts upgradeFacts(PlanOrders orders) {
    return new PlanOrderFacts(ActivationProcess.UPGRADE, orders);
  }
}
