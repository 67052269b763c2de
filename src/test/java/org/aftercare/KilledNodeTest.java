package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.aftercare.sandbox.SandboxServer;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes of the product start at once on one empty PostgreSQL database and share the claims. One
 * is killed while both wait for answers of other systems; the other brings every claim to its right
 * end, and no effect is there twice.
 */
class KilledNodeTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private static final List<String> HOME_REPAIR =
      List.of(
          "parts reserve-part",
          "booking book-visit",
          "contracts extend-guarantee",
          "accounting recover",
          "crm file-outcome");

  private static final List<String> WORKSHOP_REPAIR =
      List.of(
          "parts reserve-part",
          "shipping ship",
          "shipping ship",
          "contracts extend-guarantee",
          "accounting recover",
          "crm file-outcome");

  private static final List<String> REPLACEMENT =
      List.of(
          "orders order-replacement", "shipping ship", "accounting recover", "crm file-outcome");

  private static final List<String> REFUND =
      List.of(
          "orders order-replacement refused",
          "billing refund",
          "accounting recover",
          "crm file-outcome");

  /** What a customer says who does not claim but asks to pay later. */
  private static final String LATER = "LATER";

  private static final List<String> DEFERRAL =
      List.of("billing hold-dunning", "billing change-due-date", "billing release-hold");

  private static final List<Claim> CLAIMS =
      List.of(
          new Claim("O-50001", "NOT_COOLING", "REPAIRED", HOME_REPAIR),
          new Claim("O-50002", "NOT_COOLING", "REPAIRED", HOME_REPAIR),
          new Claim("O-50003", "NOT_COOLING", "REPAIRED", HOME_REPAIR),
          new Claim("O-50004", "NOT_COOLING", "REPAIRED", HOME_REPAIR),
          new Claim("O-50006", "LEAKING", "REPAIRED", WORKSHOP_REPAIR),
          new Claim("O-50019", "LEAKING", "REPAIRED", WORKSHOP_REPAIR),
          new Claim("O-50005", "BROKEN", "REPLACED", REPLACEMENT),
          new Claim("O-50009", "NO_POWER", "REPLACED", REPLACEMENT),
          new Claim("O-50010", "NOISE", "REPLACED", REPLACEMENT),
          new Claim("O-50011", "NO_POWER", "REPLACED", REPLACEMENT),
          new Claim("O-50007", "NO_POWER", "REFUNDED", REFUND),
          new Claim("O-51004", "NOT_COOLING", "REPAIRED", HOME_REPAIR),
          new Claim("I-70001", LATER, "PAID", DEFERRAL),
          new Claim("I-71001", LATER, "PAID", DEFERRAL));

  /** A claim for the first item of an order, or about an invoice, and what comes of it. */
  private record Claim(String order, String symptom, String outcome, List<String> effects) {}

  @TempDir Path folder;

  private final Map<String, Object> database = TestDatabases.empty(TestDatabase.Kind.POSTGRESQL);
  private final Map<String, Claim> cases = new LinkedHashMap<>();
  private SandboxServer sandbox;
  private Node killed;
  private Node surviving;

  private record Node(ProductProcess process, PlayedCompany company, String url) {}

  @BeforeEach
  void startBothAtOnce() {
    sandbox = PlayedCompany.openSandbox();
    CompletableFuture<Node> second = CompletableFuture.supplyAsync(this::startNode);
    killed = startNode();
    surviving = second.join();
  }

  @AfterEach
  void stop() {
    if (killed != null) {
      killed.process().close();
    }
    if (surviving != null) {
      surviving.process().close();
    }
    sandbox.close();
  }

  @Test
  void everyClaimComesToItsRightEndOnTheOtherNodeWithEachEffectOnce() {
    sandbox.productUrl(killed.url());
    // What is asked for is done at once, but the answer outlives the time limit.
    surviving.company().faultOrders(Map.of("mode", "slow", "delayMillis", 15_000));
    for (Claim claim : CLAIMS) {
      Node node = cases.size() % 2 == 0 ? killed : surviving;
      cases.put(open(claim, node.company()), claim);
    }
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              cases.keySet().forEach(surviving.company()::play);
              return nodesThatWaitForAnswers() == 2;
            });
    killed.process().kill();

    sandbox.productUrl(surviving.url());
    surviving.company().heal();
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              cases.keySet().forEach(surviving.company()::play);
              assertThat(ends()).isEqualTo(rightEnds());
              assertThat(surviving.company().engine("/job?messages=true")).isEmpty();
            });
    cases.forEach(
        (caseNumber, claim) -> {
          List<PlayedCompany.Effect> effects = surviving.company().effects(caseNumber);
          assertThat(effects)
              .as("%s", claim)
              .extracting(PlayedCompany.Effect::toString)
              .containsExactlyInAnyOrderElementsOf(claim.effects());
          assertThat(effects).extracting(PlayedCompany.Effect::key).doesNotHaveDuplicates();
        });
    assertThat(surviving.company().engine("/incident")).isEmpty();
  }

  private static String open(Claim claim, PlayedCompany company) {
    return claim.symptom().equals(LATER)
        ? company.defer(
            claim.order(), Map.of("payOn", LocalDate.now(ZoneOffset.UTC).plusDays(20).toString()))
        : company.post(claim.order(), claim.symptom());
  }

  private Node startNode() {
    int port = ProductProcess.freePort();
    Map<String, Object> properties = new HashMap<>(database);
    properties.put("aftercare.sandbox.enabled", false);
    properties.put("aftercare.sandbox.url", sandbox.url());
    properties.put("spring.mail.port", sandbox.smtpPort());
    properties.put("management.server.port", 0);
    properties.put("spring.main.banner-mode", "off");
    // Time to kill the node while it waits, and no longer than that until another may take over.
    properties.put("aftercare.systems.guards.read-tries", 1);
    PlayedCompany.SYSTEMS.forEach(
        system -> properties.put("aftercare.systems." + system + ".timeout", "8s"));
    properties.put("aftercare.engine.remote-calls.lease", "30s");
    properties.put("camunda.bpm.job-execution.lock-time-in-millis", 54_000);
    String url = "http://localhost:" + port;
    return new Node(
        ProductProcess.start(folder, port, properties), new PlayedCompany(sandbox, url), url);
  }

  /** How many nodes have asked another system for something and have not heard of it. */
  private int nodesThatWaitForAnswers() {
    try (Connection connection =
            DriverManager.getConnection(
                (String) database.get("spring.datasource.url"),
                (String) database.get("spring.datasource.username"),
                (String) database.get("spring.datasource.password"));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select count(distinct j.lock_owner_)
                from act_ru_job j
                  join remote_call r on r.idempotency_key like j.process_instance_id_ || ':%'
                where r.state = 'STARTED' and j.lock_exp_time_ > current_timestamp
                """)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> ends() {
    Map<String, String> ends = new LinkedHashMap<>();
    for (String caseNumber : cases.keySet()) {
      ends.put(caseNumber, surviving.company().caseOf(caseNumber).path("outcome").asText());
    }
    return ends;
  }

  private Map<String, String> rightEnds() {
    Map<String, String> ends = new LinkedHashMap<>();
    cases.forEach((caseNumber, claim) -> ends.put(caseNumber, claim.outcome()));
    return ends;
  }
}
