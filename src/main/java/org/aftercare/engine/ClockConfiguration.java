package org.aftercare.engine;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock that everything asks for the time. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  /** Somebody tries the product out: reminders and late parts shall not take days. */
  @Bean
  @Profile("default")
  MovableClock clock(JdbcClient jdbc) {
    return new MovableClock(jdbc);
  }

  @Bean("clock")
  @Profile("!default")
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
