package org.aftercare.outage;

import org.aftercare.engine.BusinessRefusal;
import org.aftercare.engine.RemoteCalls;
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

/** The engine with all models and the delegates of outages. No stereotype: no scan picks it up. */
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
    basePackageClasses = Outage.class,
    useDefaultFilters = false,
    includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.\\w+Delegate"))
class OutageTestApplication {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  BusinessRefusal.Factory refusals() {
    return SystemRefusalException::new;
  }
}
