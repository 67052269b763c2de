package org.aftercare.engine;

import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

  /**
   * One node at a time makes the product's tables. Flyway's own lock covers the migrations but not
   * the baseline before them: a second node that looks between the making of the history table and
   * its first row refuses to start.
   */
  @Bean
  FlywayMigrationStrategy oneNodeAtATime(StartUpLock lock) {
    return flyway -> lock.alone(flyway::migrate);
  }
}
