package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What production must be told. */
class ProductionSettingsTest {

  private final Map<String, Object> settings =
      new HashMap<>(
          Map.of(
              "spring.datasource.url", "jdbc:postgresql://db.example/aftercare",
              "spring.datasource.username", "aftercare",
              "spring.datasource.password", "hush",
              "spring.mail.host", "mail.example",
              "aftercare.customer-tokens.issuer", "https://login.example",
              "aftercare.customer-tokens.jwk-set-uri", "https://login.example/keys",
              "aftercare.sandbox.enabled", "false"));

  @Test
  void aCompleteProductionIsLetThrough() {
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "spring.datasource.url, SPRING_DATASOURCE_URL",
    "spring.datasource.username, SPRING_DATASOURCE_USERNAME",
    "spring.datasource.password, SPRING_DATASOURCE_PASSWORD",
    "spring.mail.host, SPRING_MAIL_HOST",
    "aftercare.customer-tokens.issuer, AFTERCARE_CUSTOMERTOKENS_ISSUER"
  })
  void whatIsMissingIsNamedWithItsVariable(String property, String variable) {
    settings.put(property, "  ");
    assertThat(faults()).containsExactly("%s (%s) is missing".formatted(property, variable));
  }

  @Test
  void theDemosDatabaseIsRefused() {
    settings.put("spring.datasource.url", "jdbc:h2:file:./data/aftercare");
    assertThat(faults()).singleElement().asString().contains("not a PostgreSQL database");
  }

  @Test
  void customersTokensNeedKeysOrALongSecret() {
    settings.remove("aftercare.customer-tokens.jwk-set-uri");
    assertThat(faults()).singleElement().asString().contains("one of them is needed");
    settings.put("aftercare.customer-tokens.secret", "x".repeat(31));
    assertThat(faults()).singleElement().asString().contains("shorter than 32 bytes");
    settings.put("aftercare.customer-tokens.secret", "x".repeat(32));
    assertThat(faults()).isEmpty();
  }

  @Test
  void theSandboxIsRefused() {
    settings.put("aftercare.sandbox.enabled", "true");
    assertThat(faults()).singleElement().asString().contains("no place in production");
  }

  private List<String> faults() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
    return new ProductionSettings().faults(environment);
  }
}
