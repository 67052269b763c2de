package org.aftercare.systems;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/** All adapters, connected to one HTTP server that plays the partner. */
class ConnectedAdapters implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  static final List<String> SYSTEMS =
      List.of(
          "crm", "orders", "contracts", "parts", "shipping", "booking", "billing", "accounting");

  private final WireMockExtension partner =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort().containerThreads(40))
          .build();
  private final String[] properties;
  private ConfigurableApplicationContext context;

  /**
   * @param properties of {@code aftercare.systems}, without that prefix
   */
  ConnectedAdapters(String... properties) {
    this.properties = properties;
  }

  /** Connected to a server that is there already; whoever asks for them closes them. */
  static ConnectedAdapters to(String url, String token) {
    ConnectedAdapters adapters = new ConnectedAdapters();
    adapters.connect(url, system -> token);
    return adapters;
  }

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    partner.beforeAll(test);
    connect(partner.baseUrl(), system -> "token-of-" + system);
  }

  private void connect(String url, UnaryOperator<String> tokens) {
    Map<String, Object> settings = new TreeMap<>();
    for (String system : SYSTEMS) {
      settings.put("aftercare.systems.%s.url".formatted(system), url + "/" + system);
      settings.put("aftercare.systems.%s.token".formatted(system), tokens.apply(system));
    }
    settings.put("aftercare.systems.sms.url", url + "/sms");
    settings.put("aftercare.systems.sms.token", tokens.apply("sms"));
    for (String sender : List.of("shipping", "parts", "booking", "billing")) {
      settings.put("aftercare.callbacks.%s.secret".formatted(sender), "whsec_unused");
    }
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      settings.put("aftercare.systems." + parts[0], parts[1]);
    }
    context =
        new SpringApplicationBuilder(Adapters.class)
            .web(WebApplicationType.NONE)
            .initializers(
                made ->
                    made.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("partner", settings)))
            .run();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    partner.resetAll();
    reset();
  }

  @Override
  public void afterAll(ExtensionContext test) throws Exception {
    close();
    partner.afterAll(test);
  }

  void close() {
    context.close();
  }

  /** Forgets the failures of calls that were made on purpose. */
  void reset() {
    get(CircuitBreakerRegistry.class).getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  WireMockExtension partner() {
    return partner;
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> List<T> all(Class<T> type) {
    return List.copyOf(context.getBeansOfType(type).values());
  }

  /** No stereotype, so that no other test's component scan picks it up. */
  @ImportAutoConfiguration({
    RestClientAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class,
    CircuitBreakerAutoConfiguration.class,
    BulkheadAutoConfiguration.class,
    RetryAutoConfiguration.class
  })
  @ComponentScan(
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "org\\.aftercare\\.systems\\.(RemoteSteps|callbacks\\..*)"))
  static class Adapters {}
}
