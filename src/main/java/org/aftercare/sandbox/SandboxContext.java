package org.aftercare.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The sandbox's own application context. It is not a {@code @Configuration} and its parts bear no
 * stereotype, so that the product's component scan passes over them; and it takes exactly the
 * auto-configurations that it names, so that nothing of the product (engine, security, migrations)
 * comes up in it.
 */
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class
})
@EnableConfigurationProperties(SandboxProperties.class)
@Import({SandboxStore.class, SandboxPartners.class, SandboxMail.class, SandboxRoutes.class})
class SandboxContext {

  @Bean
  SandboxClock clock(SandboxProperties properties, Settings settings) {
    return new SandboxClock(Clock.systemUTC(), properties.zone(), settings, properties.now());
  }

  @Bean
  ProductAddress productAddress(SandboxProperties properties) {
    return new ProductAddress(properties.product().url());
  }

  @Bean
  ProductClock productClock(
      ProductAddress product, SandboxProperties properties, SandboxClock clock, ObjectMapper json) {
    return new ProductClock(product, properties.product(), clock, json);
  }

  @Bean
  Faults faults() {
    return new Faults();
  }

  @Bean
  FilterRegistrationBean<FaultFilter> faultFilter(Faults faults) {
    FilterRegistrationBean<FaultFilter> registration =
        new FilterRegistrationBean<>(new FaultFilter(faults));
    registration.setOrder(0);
    return registration;
  }

  @Bean
  FilterRegistrationBean<TokenFilter> tokenFilter(SandboxProperties properties) {
    FilterRegistrationBean<TokenFilter> registration =
        new FilterRegistrationBean<>(new TokenFilter(properties.token()));
    registration.setOrder(1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<OriginFilter> originFilter() {
    FilterRegistrationBean<OriginFilter> registration =
        new FilterRegistrationBean<>(new OriginFilter());
    registration.setOrder(2);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> dropping() {
    return factory -> factory.addEngineValves(new DropValve());
  }
}
