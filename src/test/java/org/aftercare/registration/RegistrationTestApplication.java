package org.aftercare.registration;

import java.util.List;
import org.aftercare.cases.CaseClock;
import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.RemoteCalls;
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
 * The engine with all models and the whole of registration but its API. No stereotype, so that no
 * other test's component scan picks it up.
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
    basePackageClasses = {ProductRegistration.class, CaseClock.class},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|RegistrationProcess|RegistrationFlow|RegistrationFacts"
                    + "|ProductRegistrations|LegalGuarantee|JdbcRegistrations|CaseClock|CaseNotices"
                    + "|CaseFlows|HandOver|CasesConfiguration|\\w+Vocabulary)"))
class RegistrationTestApplication {

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
}
