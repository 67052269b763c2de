package org.aftercare.testing;

import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.notifications.FactTypes;
import org.aftercare.notifications.FactVocabulary;
import org.aftercare.systems.SystemRefusalException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * The engine with all models and a clock that the test moves, and nothing else of the product. No
 * stereotype, so that no other test's component scan picks it up: import it.
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
            pattern = "org\\.aftercare\\.engine\\.(EngineTest.*|(access|contract|change)\\..*)"))
public class EngineOnly {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  FactTypes factTypes(ObjectProvider<FactVocabulary> vocabularies) {
    return new FactTypes(vocabularies.orderedStream().toList());
  }

  @Bean
  BusinessRefusal.Factory refusals() {
    return SystemRefusalException::new;
  }
}
