package org.aftercare.engine;

import java.util.Optional;
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
 * The engine without the modules above it. No stereotype, so that no other test's component scan
 * picks it up.
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
            pattern = "org\\.aftercare\\.engine\\.(contract|change|guards)\\..*"))
class EngineTestApplication {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  BusinessRefusal.Factory refusals() {
    return Refused::new;
  }

  @Bean
  Partner partner() {
    return new Partner();
  }

  @Bean
  PartnerStep partnerStep(RemoteCalls calls, Partner partner) {
    return new PartnerStep(calls, partner);
  }

  @Bean
  BrittleStep brittleStep() {
    return new BrittleStep();
  }

  @Bean
  KeptNotes keptNotes() {
    return new KeptNotes();
  }

  @Bean
  CaseSubjects caseSubjects() {
    return caseNumber ->
        caseNumber.startsWith("W-") ? Optional.of("Refrigerator") : Optional.empty();
  }
}
