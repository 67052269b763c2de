package org.aftercare.warranty;

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
 * The engine with all models, every real delegate and nothing behind the delegates: a test mocks
 * the use cases. No stereotype, so that no other test's component scan picks it up.
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
    basePackageClasses = {WarrantyClaim.class, Commitment.class, CaseClock.class},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|CaseClock|CaseNotices|CaseFlows|HandOver|CasesConfiguration|PickUpScans|GoodsOutProcess|WarrantyDeadlines|\\w+Vocabulary)"))
class ProcessTestApplication {

  static final String SUPPLIER = "nordkyl";
  static final String SHIPPER = "carrier";

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
  CaseFlow warrantyFacts() {
    return new CaseFlow() {
      @Override
      public String flow() {
        return WarrantyProcess.KEY;
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
  CasePartners warrantyPartners() {
    return new CasePartners() {
      @Override
      public String flow() {
        return WarrantyProcess.KEY;
      }

      @Override
      public String partner(String caseNumber, Role role, String template) {
        return role == Role.SUPPLIER ? SUPPLIER : SHIPPER;
      }

      @Override
      public Map<String, String> fields(String caseNumber, String template) {
        return Map.of("caseNumber", caseNumber);
      }
    };
  }
}
