package org.aftercare.systems.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.engine.RequiredSettings;
import org.springframework.core.env.Environment;

/** What is needed to reach the other systems and to believe their callbacks. */
class SystemsSettings implements RequiredSettings {

  private static final List<String> SYSTEMS =
      List.of(
          "crm",
          "orders",
          "contracts",
          "parts",
          "shipping",
          "booking",
          "billing",
          "accounting",
          // Not one of the eight, but no customer gets a text message without it.
          "sms");

  private static final List<String> SENDERS = List.of("shipping", "parts", "booking", "billing");

  @Override
  public List<String> faults(Environment environment) {
    List<String> faults = new ArrayList<>();
    for (String system : SYSTEMS) {
      checkUrl(environment, "aftercare.systems." + system + ".url", faults);
      checkThere(environment, "aftercare.systems." + system + ".token", faults);
    }
    for (String sender : SENDERS) {
      checkThere(environment, "aftercare.callbacks." + sender + ".secret", faults);
    }
    return faults;
  }

  private static boolean checkThere(Environment environment, String property, List<String> faults) {
    String setting = environment.getProperty(property);
    boolean there = setting != null && !setting.isBlank();
    if (!there) {
      faults.add(RequiredSettings.named(property) + " is missing");
    }
    return there;
  }

  private static void checkUrl(Environment environment, String property, List<String> faults) {
    if (checkThere(environment, property, faults)
        && !isHttp(environment.getRequiredProperty(property))) {
      faults.add(RequiredSettings.named(property) + " is not an http or https URL");
    }
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url.strip());
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (IllegalArgumentException notEvenAUrl) {
      return false;
    }
  }
}
