package org.aftercare.systems;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class AdaptersTest {

  @RegisterExtension
  static final WireMockExtension partner = WireMockExtension.newInstance().build();

  @Test
  void smoke() {
    partner.stubFor(
        get("/crm/customers/C-1")
            .willReturn(
                okJson(
                    """
                    {"customerId":"C-1","name":"A","email":null,"phone":"1","language":"sv","country":"SE",
                    "address":{"street":"s","postalCode":"1","city":"c","country":"SE"}}
                    """)));
    String[] props = new String[18];
    int i = 0;
    for (String s :
        new String[] {
          "crm", "orders", "contracts", "parts", "shipping", "booking", "billing", "accounting"
        }) {
      props[i++] = "aftercare.systems." + s + ".url=" + partner.baseUrl() + "/" + s;
      props[i++] = "aftercare.systems." + s + ".token=t";
    }
    props[i++] = "aftercare.systems.crm.timeout=300ms";
    props[i++] = "aftercare.systems.guards.read-tries=2";
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                RestClientAutoConfiguration.class,
                CircuitBreakerAutoConfiguration.class,
                BulkheadAutoConfiguration.class,
                RetryAutoConfiguration.class))
        .withUserConfiguration(Scan.class)
        .withPropertyValues(props)
        .run(
            context -> {
              Crm crm = context.getBean(Crm.class);
              assertThat(crm.customer("C-1"))
                  .get()
                  .extracting(Crm.CustomerRecord::name)
                  .isEqualTo("A");
              assertThat(crm.customer("C-2")).isEmpty();
              partner.stubFor(
                  get("/crm/customers/C-1")
                      .willReturn(okJson("{\"customerId\":\"C-1\"}").withFixedDelay(2000)));
              assertThatThrownBy(() -> crm.customer("C-1"))
                  .hasMessage("crm: customer: no answer within 300 ms");
            });
  }

  @Configuration
  @ComponentScan("org.aftercare.systems")
  static class Scan {}
}
