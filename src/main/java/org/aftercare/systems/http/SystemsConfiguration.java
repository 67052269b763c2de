package org.aftercare.systems.http;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The other systems, one bean for each, named after it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SystemsProperties.class)
class SystemsConfiguration {

  @Bean
  static SystemsSettings systemsSettings() {
    return new SystemsSettings();
  }

  @Bean
  RemoteSystemFactory remoteSystemFactory(
      RestClient.Builder restClients,
      CircuitBreakerRegistry circuitBreakers,
      BulkheadRegistry bulkheads,
      RetryRegistry retries,
      SystemsProperties properties,
      MeterRegistry meters) {
    return new RemoteSystemFactory(
        restClients, circuitBreakers, bulkheads, retries, properties.guards(), meters);
  }

  @Bean
  RemoteSystem crmSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("crm", properties.crm());
  }

  @Bean
  RemoteSystem ordersSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("orders", properties.orders());
  }

  @Bean
  RemoteSystem contractsSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("contracts", properties.contracts());
  }

  @Bean
  RemoteSystem partsSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("parts", properties.parts());
  }

  @Bean
  RemoteSystem shippingSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("shipping", properties.shipping());
  }

  @Bean
  RemoteSystem bookingSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("booking", properties.booking());
  }

  @Bean
  RemoteSystem billingSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("billing", properties.billing());
  }

  @Bean
  RemoteSystem accountingSystem(RemoteSystemFactory factory, SystemsProperties properties) {
    return factory.connect("accounting", properties.accounting());
  }
}
