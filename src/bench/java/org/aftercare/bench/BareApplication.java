package org.aftercare.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Camunda's Spring Boot starters with the webapps and the REST API, in their default configuration,
 * and the product's models. Steps do nothing but set the results that the product's steps come to
 * on the same path. No stereotype, so that the product's component scan passes it over.
 */
@EnableAutoConfiguration
public class BareApplication {

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(BareApplication.class);
    application.setDefaultProperties(
        Map.of(
            "spring.config.name",
            "bare",
            "camunda.bpm.deployment-resource-pattern",
            "file:bpmn/**/*.bpmn,file:bpmn/**/*.dmn,file:bpmn/**/*.form"));
    application.run(args);
  }

  private static JavaDelegate results(Map<String, Object> results) {
    Map<String, Object> variables = new HashMap<>(results);
    return execution -> execution.setVariables(variables);
  }

  private static Date daysAgo(int days) {
    return Date.from(
        LocalDate.now(ZoneOffset.UTC).minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Bean("notify")
  JavaDelegate tell() {
    return results(Map.of());
  }

  @Bean
  JavaDelegate closeCase() {
    return results(Map.of());
  }

  @Bean
  JavaDelegate checkClaim() {
    return results(Map.of("finding", "NONE"));
  }

  @Bean
  JavaDelegate lookUpGuarantee() {
    return results(
        Map.of(
            "purchasedOn",
            daysAgo(34),
            "monthsSinceDelivery",
            1,
            "daysSinceNoticed",
            1,
            "meantToLast",
            false,
            "commercialGuarantee",
            false,
            "misuse",
            false,
            "extendedMonths",
            0));
  }

  @Bean
  JavaDelegate estimateRepair() {
    return results(
        Map.of(
            "home",
            false,
            "repairable",
            false,
            "costPercent",
            0,
            "leadTimeDays",
            0,
            "customerWish",
            "NONE",
            "soldOut",
            false));
  }

  @Bean
  JavaDelegate priceRemedy() {
    return results(Map.of("amount", 1_590.0, "currency", "SEK"));
  }

  @Bean
  JavaDelegate orderReplacement() {
    return results(Map.of("replacement", "ORDERED", "deliveryNumber", 1));
  }

  @Bean
  JavaDelegate shipReplacement() {
    return results(Map.of());
  }

  @Bean
  JavaDelegate prepareExtension() {
    return results(Map.of("repairedOn", daysAgo(0)));
  }

  @Bean
  JavaDelegate recoverCosts() {
    return results(Map.of("recovery", "CLAIMED"));
  }

  @Bean
  JavaDelegate fileOutcome() {
    return results(Map.of());
  }

  @Bean
  CaseClock caseClock() {
    return new CaseClock();
  }

  /** What the models' listeners call. */
  public static final class CaseClock {

    public void start(DelegateExecution execution, String name) {}

    public void end(DelegateExecution execution, String name) {}

    public void pause(DelegateExecution execution) {}

    public void resume(DelegateExecution execution) {}
  }
}
