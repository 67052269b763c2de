package org.aftercare.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.engine.RequiredSettings;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What production needs beside the other systems: a database, a mail server, customers' logins. Any
 * profile but the default one counts as production.
 */
@Component
@Profile("!default")
class ProductionSettings implements RequiredSettings {

  private static final String DATABASE = "spring.datasource.url";
  private static final String KEY_SET = "aftercare.customer-tokens.jwk-set-uri";
  private static final String SECRET = "aftercare.customer-tokens.secret";
  private static final int SHORTEST_SECRET_BYTES = 32;

  @Override
  public List<String> faults(Environment environment) {
    List<String> faults = new ArrayList<>();
    for (String property :
        List.of(
            DATABASE,
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.mail.host",
            "aftercare.customer-tokens.issuer")) {
      if (isMissing(environment, property)) {
        faults.add(RequiredSettings.named(property) + " is missing");
      }
    }
    if (!isMissing(environment, DATABASE)
        && !environment.getRequiredProperty(DATABASE).startsWith("jdbc:postgresql:")) {
      faults.add(RequiredSettings.named(DATABASE) + " is not a PostgreSQL database");
    }
    checkCustomerTokens(environment, faults);
    if (environment.getProperty("aftercare.sandbox.enabled", Boolean.class, false)) {
      faults.add(
          RequiredSettings.named("aftercare.sandbox.enabled") + " has no place in production");
    }
    return faults;
  }

  private static void checkCustomerTokens(Environment environment, List<String> faults) {
    if (!isMissing(environment, KEY_SET)) {
      return;
    }
    if (isMissing(environment, SECRET)) {
      faults.add(
          "%s is missing, and so is %s: one of them is needed"
              .formatted(RequiredSettings.named(KEY_SET), RequiredSettings.named(SECRET)));
    } else if (environment.getRequiredProperty(SECRET).getBytes(StandardCharsets.UTF_8).length
        < SHORTEST_SECRET_BYTES) {
      faults.add(
          "%s is shorter than %d bytes"
              .formatted(RequiredSettings.named(SECRET), SHORTEST_SECRET_BYTES));
    }
  }

  private static boolean isMissing(Environment environment, String property) {
    String setting = environment.getProperty(property);
    return setting == null || setting.isBlank();
  }
}
