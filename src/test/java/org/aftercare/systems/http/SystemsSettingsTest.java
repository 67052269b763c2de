package org.aftercare.systems.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SystemsSettingsTest {

  private final Map<String, Object> settings = complete();

  @Test
  void letsACompleteStartThrough() {
    assertThat(check(settings)).isEmpty();
  }

  @Test
  void takesSettingsFromTheEnvironment() {
    Map<String, Object> variables = new HashMap<>();
    settings.forEach(
        (name, setting) -> variables.put(name.replace('.', '_').toUpperCase(), setting));
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("variables", variables));

    assertThat(new SystemsSettings().faults(environment)).isEmpty();
  }

  @Test
  void namesEverythingThatIsMissingAtOnce() {
    List<String> faults = check(Map.of());

    assertThat(faults).hasSize(settings.size());
    settings
        .keySet()
        .forEach(
            name ->
                assertThat(faults)
                    .contains(
                        "%s (%s) is missing"
                            .formatted(name, name.replace('.', '_').toUpperCase())));
  }

  @Test
  void namesOnlyWhatIsMissing() {
    settings.remove("aftercare.systems.parts.url");
    settings.put("aftercare.systems.crm.token", " ");

    assertThat(check(settings))
        .containsExactlyInAnyOrder(
            "aftercare.systems.crm.token (AFTERCARE_SYSTEMS_CRM_TOKEN) is missing",
            "aftercare.systems.parts.url (AFTERCARE_SYSTEMS_PARTS_URL) is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm.example", "ftp://crm.example", "http:/crm", "http://", "http://a b"})
  void refusesWhatIsNoAddress(String url) {
    settings.put("aftercare.systems.crm.url", url);

    assertThat(check(settings))
        .containsExactly(
            "aftercare.systems.crm.url (AFTERCARE_SYSTEMS_CRM_URL) is not an http or https URL");
  }

  @Test
  void keepsSecretsOutOfWhatMayBeLogged() {
    SystemsProperties.Connection connection =
        new SystemsProperties.Connection(
            URI.create("http://crm"), "hush", Duration.ofSeconds(1), 1);

    assertThat(connection.toString()).doesNotContain("hush");
  }

  private static List<String> check(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
    return new SystemsSettings().faults(environment);
  }

  private static Map<String, Object> complete() {
    Map<String, Object> settings = new HashMap<>();
    for (String system :
        List.of(
            "crm",
            "orders",
            "contracts",
            "parts",
            "shipping",
            "booking",
            "billing",
            "accounting",
            "sms")) {
      settings.put("aftercare.systems." + system + ".url", "https://" + system + ".example/api");
      settings.put("aftercare.systems." + system + ".token", "token");
    }
    for (String sender : List.of("shipping", "parts", "booking", "billing")) {
      settings.put("aftercare.callbacks." + sender + ".secret", "whsec_x");
    }
    return settings;
  }
}
