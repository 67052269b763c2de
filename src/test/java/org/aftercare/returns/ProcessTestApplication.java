package org.aftercare.returns;

import java.util.List;
import java.util.Map;
import org.aftercare.cases.CaseClock;
import org.aftercare.cases.CaseFlow;
import org.aftercare.cases.CasePartners;
import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.notifications.FactTypes;
import org.aftercare.notifications.FactVocabulary;
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
 * The engine with all models, the real delegates of returns and of the steps that flows share, and
 * nothing behind them: a test mocks the use cases. No stereotype, so that no other test's component
 * scan picks it up.
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
    basePackageClasses = {ProductReturn.class, Commitment.class, CaseClock.class},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|CaseClock|CaseNotices|CaseFlows|HandOver|CasesConfiguration|ReturnTimers|\\w+Vocabulary)"))
class ProcessTestApplication {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
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
  CaseFlow returnFacts() {
    return new CaseFlow() {
      @Override
      public String flow() {
        return ReturnProcess.KEY;
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

  @Bean
  CasePartners returnPartners() {
    return new CasePartners() {
      @Override
      public String flow() {
        return ReturnProcess.KEY;
      }

      @Override
      public String partner(String caseNumber, Role role, String template) {
        return "carrier";
      }

      @Override
      public Map<String, String> fields(String caseNumber, String template) {
        return Map.of("caseNumber", caseNumber);
      }
    };
  }
}
