package org.aftercare.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Contestant c: {@link BareApplication}, spoken to over Camunda's REST API. */
final class BareEngine implements Contestant {

  /** Not on the class path of somebody who has only Camunda's starters. */
  private static final String NOT_BARE =
      Product.ONLY_FOR_TESTS
          + "|^classes$|spring-security|spring-boot-starter-security|oauth2|nimbus|springdoc|swagger"
          + "|flyway|thymeleaf|resilience4j|modulith|actuator|micrometer-registry|prometheus|mail"
          + "|subethasmtp|jollyday|webjars-locator|picocss|htmx|aspectj|^h2-";

  private final Http http = new Http();
  private final String url;
  private final String databaseUrl;
  private final ChildJvm jvm;

  BareEngine(Settings settings, Database database, int port) throws IOException, SQLException {
    url = "http://localhost:" + port + "/engine-rest";
    databaseUrl = database.create("bare");
    jvm =
        ChildJvm.start(
            "bare",
            settings.options("bare"),
            ChildJvm.classPathWithout(Pattern.compile(NOT_BARE)),
            BareApplication.class,
            Map.of(
                "server.port",
                String.valueOf(port),
                "spring.datasource.url",
                databaseUrl,
                "spring.datasource.username",
                Database.USER,
                "spring.datasource.password",
                Database.USER));
  }

  @Override
  public String name() {
    return "c bare engine";
  }

  @Override
  public Duration awaitStart() throws InterruptedException {
    return jvm.awaitAnswer(url + "/version");
  }

  @Override
  public void post(int index) throws IOException, InterruptedException {
    http.post(
        url + "/process-definition/key/warranty-claim/start",
        Map.of(),
        """
        {"businessKey": "%s", "variables": {
          "country": {"value": "SE", "type": "String"},
          "factsKnown": {"value": true, "type": "Boolean"},
          "failedRepairs": {"value": 0, "type": "Integer"},
          "repairRuledOut": {"value": false, "type": "Boolean"},
          "itemLost": {"value": false, "type": "Boolean"},
          "recalled": {"value": false, "type": "Boolean"},
          "repairPaid": {"value": false, "type": "Boolean"},
          "misuseFound": {"value": false, "type": "Boolean"}}}
        """
            .formatted(Claim.orderNumber(index)));
  }

  @Override
  public void deliver(String caseNumber) throws IOException, InterruptedException {
    http.post(
        url + "/message",
        Map.of(),
        """
        {"messageName": "ShipmentDelivered", "businessKey": "%s", "processVariables": {
          "shipmentId": {"value": "S-%s", "type": "String"}}}
        """
            .formatted(caseNumber, caseNumber));
  }

  @Override
  public String databaseUrl() {
    return databaseUrl;
  }

  @Override
  public String unfinishedQuery() {
    return "select 0";
  }

  @Override
  public Duration cpu() {
    return jvm.cpu();
  }

  @Override
  public Duration systemsCpu() {
    return Duration.ZERO;
  }

  @Override
  public long residentMegabytes() {
    return jvm.residentMegabytes();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
