package org.aftercare.notifications;

import java.util.List;
import org.aftercare.engine.RequiredSettings;
import org.springframework.core.env.Environment;

/** A message needs the company's names in its head, and how to reach a person at its end. */
class DeliverySettings implements RequiredSettings {

  private static final List<String> NEEDED =
      List.of(
          "aftercare.notifications.email.from",
          "aftercare.notifications.email.reply-to",
          "aftercare.notifications.email.domain",
          "aftercare.notifications.human.phone");

  @Override
  public List<String> faults(Environment environment) {
    return NEEDED.stream()
        .filter(property -> environment.getProperty(property, "").isBlank())
        .map(property -> RequiredSettings.named(property) + " is missing")
        .toList();
  }
}
