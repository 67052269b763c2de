package org.aftercare.engine.form;

import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.engine.TaskNotes;
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
 * The engine with its REST API, without who may use it and without the modules above. No
 * stereotype, so that no other test's component scan picks it up.
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
            pattern = "org\\.aftercare\\.engine\\.(EngineTest.*|(contract|change)\\..*)"))
class FormTestApplication {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  BusinessRefusal.Factory refusals() {
    return (system, code) -> new IllegalStateException(system + " refused: " + code);
  }

  @Bean
  TaskNotes taskNotes() {
    return (caseNumber, task, author, text) -> {
      // Whose note it is matters elsewhere.
    };
  }
}
