package org.aftercare.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What plays the partners. */
class SandboxPartners {

  private static final List<String> CALLING_BACK =
      List.of("shipping", "parts", "booking", "billing");

  @Bean
  Callbacks callbacks(JdbcClient jdbc, ObjectMapper json, SandboxClock clock) {
    return new Callbacks(jdbc, json, clock, Clock.systemUTC());
  }

  @Bean
  CallbackCourier callbackCourier(
      Callbacks callbacks,
      ProductAddress product,
      ProductClock productClock,
      SandboxClock clock,
      SandboxProperties properties,
      Environment environment) {
    Map<String, WebhookSignature> signatures = new TreeMap<>();
    for (String system : CALLING_BACK) {
      signatures.put(
          system,
          new WebhookSignature(
              environment.getRequiredProperty("aftercare.callbacks." + system + ".secret")));
    }
    return new CallbackCourier(
        callbacks,
        product,
        productClock,
        signatures,
        clock,
        Clock.systemUTC(),
        properties.callbacks());
  }

  @Bean
  PartnerObjects partnerObjects(JdbcClient jdbc) {
    return new PartnerObjects(jdbc);
  }

  @Bean
  PartnerEvents partnerEvents(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Callbacks callbacks,
      TechnicianCalendars calendars,
      SandboxClock clock) {
    return new PartnerEvents(jdbc, transaction, callbacks, calendars, clock);
  }

  @Bean
  Autopilot autopilot(
      PartnerObjects objects,
      PartnerEvents events,
      Settings settings,
      SandboxClock clock,
      SandboxProperties properties) {
    return new Autopilot(objects, events, settings, clock, properties.autopilot());
  }

  @Bean
  Scene scene(JdbcClient jdbc, SandboxClock clock, ProductClock productClock, Autopilot autopilot) {
    return new Scene(jdbc, clock, productClock, autopilot);
  }
}
