package org.aftercare.activation;

import java.util.List;
import java.util.Map;
import org.aftercare.cases.CaseClock;
import org.aftercare.cases.CaseFlow;
import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.notifications.FactTypes;
import org.aftercare.notifications.FactVocabulary;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Revenue;
import org.aftercare.systems.ServiceOrders;
import org.aftercare.systems.Subscriptions;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.testing.TestClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * The engine with all models and what carries orders out, up to played systems. No stereotype, so
 * that no other test's component scan picks it up.
 */
@EnableAutoConfiguration(
    exclude = {
      SecurityAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class
    })
@ComponentScan(
    basePackageClasses = RemoteCalls.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "org\\.aftercare\\.engine\\.(EngineTest.*|(access|contract)\\..*)"))
@ComponentScan(
    basePackageClasses = {PlanOrder.class, CaseClock.class},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|ActivationProcess|OrderFulfilment|JdbcPlanOrders|CaseClock"
                    + "|CaseNotices|CaseFlows|HandOver|CasesConfiguration|\\w+Vocabulary)"))
class ActivationTestApplication {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

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
  FactTypes factTypes(List<FactVocabulary> vocabularies) {
    return new FactTypes(vocabularies);
  }

  @Bean
  BusinessRefusal.Factory refusals() {
    return SystemRefusalException::new;
  }

  @Bean
  CaseFlow activationFacts() {
    return flow(ActivationProcess.ACTIVATION);
  }

  @Bean
  CaseFlow upgradeFacts() {
    return flow(ActivationProcess.UPGRADE);
  }

  private static CaseFlow flow(String name) {
    return new CaseFlow() {
      @Override
      public String flow() {
        return name;
      }

      @Override
      public Map<String, String> facts(String caseNumber) {
        return Map.of();
      }

      @Override
      public boolean mayCancel(String caseNumber) {
        return true;
      }
    };
  }
}
