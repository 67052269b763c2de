package org.aftercare.systems.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Fails a start that lacks a setting of any other system, before anything is made: no table, no
 * open port, no half a start.
 */
class SettingsCheck implements BeanFactoryPostProcessor {

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

  private final Environment environment;

  SettingsCheck(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
    List<String> faults = new ArrayList<>();
    for (String system : SYSTEMS) {
      checkUrl("aftercare.systems." + system + ".url", faults);
      checkThere("aftercare.systems." + system + ".token", faults);
    }
    for (String sender : SENDERS) {
      checkThere("aftercare.callbacks." + sender + ".secret", faults);
    }
    if (!faults.isEmpty()) {
      throw new MissingSettingsException(faults);
    }
  }

  private boolean checkThere(String property, List<String> faults) {
    String setting = environment.getProperty(property);
    boolean there = setting != null && !setting.isBlank();
    if (!there) {
      faults.add(named(property) + " is missing");
    }
    return there;
  }

  private void checkUrl(String property, List<String> faults) {
    if (checkThere(property, faults) && !isHttp(environment.getRequiredProperty(property))) {
      faults.add(named(property) + " is not an http or https URL");
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

  private static String named(String property) {
    return property + " (" + property.replace('.', '_').toUpperCase(Locale.ROOT) + ")";
  }
}
