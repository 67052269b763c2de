package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.aftercare.sandbox.SandboxServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * The product is killed while it waits for answers of other systems, in every step that has an
 * effect there: the partner did what was asked, or does it after the process has ended, and nobody
 * heard the answer. Started again, each case comes to its right end and no effect is there twice.
 */
class KilledProcessTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final List<String> SYSTEMS =
      List.of("parts", "shipping", "orders", "contracts", "accounting", "crm");

  /** Answers outlive the time limit, so that none is heard. */
  private static final Map<String, Object> EFFECT_THEN_SILENCE =
      Map.of("mode", "slow", "delayMillis", 20_000);

  private static final Map<String, Object> SILENCE_THEN_EFFECT =
      Map.of("mode", "late", "delayMillis", 20_000);

  private static final String RESERVE = "parts reserve-part";
  private static final String VISIT = "booking book-visit";
  private static final String SHIP = "shipping ship";
  private static final String REPLACE = "orders order-replacement";
  private static final String EXTEND = "contracts extend-guarantee";
  private static final String RECOVER = "accounting recover";
  private static final String FILE = "crm file-outcome";

  /** One claim each that is at this step when the process is killed. */
  private enum Stand {
    RESERVE_PART("ReservePart", "O-50001", "NOT_COOLING", "REPAIRED", homeRepair()),
    RELEASE_PART(
        "ReleaseLatePart",
        "O-50004",
        "NOISE",
        "REPLACED",
        List.of(RESERVE, "parts release-part", REPLACE, SHIP, RECOVER, FILE)),
    BOOK_VISIT("BookVisit", "O-50003", "NOT_COOLING", "REPAIRED", homeRepair()),
    BOOK_PICK_UP("BookPickUp", "O-50019", "LEAKING", "REPAIRED", workshopRepair()),
    RETURN_ITEM("ReturnItem", "O-50006", "LEAKING", "REPAIRED", workshopRepair()),
    ORDER_REPLACEMENT(
        "OrderReplacement",
        "O-50009",
        "NO_POWER",
        "REPLACED",
        List.of(REPLACE, SHIP, RECOVER, FILE)),
    SHIP_REPLACEMENT(
        "ShipReplacement", "O-50005", "BROKEN", "REPLACED", List.of(REPLACE, SHIP, RECOVER, FILE)),
    REFUND_PURCHASE(
        "RefundPurchase",
        "O-50007",
        "NO_POWER",
        "REFUNDED",
        List.of("orders order-replacement refused", "billing refund", RECOVER, FILE)),
    EXTEND_GUARANTEE("ExtendGuarantee", "O-50039", "NOT_COOLING", "REPAIRED", homeRepair()),
    RECOVER_COSTS("RecoverCosts", "O-51004", "NOT_COOLING", "REPAIRED", homeRepair()),
    FILE_OUTCOME("FileOutcome", "O-50002", "NOT_COOLING", "REPAIRED", homeRepair());

    private final String activity;
    private final String order;
    private final String symptom;
    private final String outcome;
    private final List<String> effects;

    Stand(String activity, String order, String symptom, String outcome, List<String> effects) {
      this.activity = activity;
      this.order = order;
      this.symptom = symptom;
      this.outcome = outcome;
      this.effects = effects;
    }

    private static List<String> homeRepair() {
      return List.of(RESERVE, VISIT, EXTEND, RECOVER, FILE);
    }

    private static List<String> workshopRepair() {
      return List.of(RESERVE, SHIP, SHIP, EXTEND, RECOVER, FILE);
    }
  }

  @TempDir Path folder;

  private final int port = ProductProcess.freePort();
  private final Map<Stand, String> cases = new LinkedHashMap<>();
  private final Set<String> delayed = new HashSet<>();
  private SandboxServer sandbox;
  private PlayedCompany company;
  private ProductProcess product;

  @BeforeEach
  void start() {
    sandbox =
        SandboxServer.start(
            Map.of(
                "aftercare.sandbox.port",
                0,
                "aftercare.sandbox.smtp-port",
                0,
                "aftercare.sandbox.database",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"));
    company = new PlayedCompany(sandbox, "http://localhost:" + port);
    product = startProduct();
  }

  @AfterEach
  void stop() {
    if (product != null) {
      product.close();
    }
    sandbox.close();
  }

  @Test
  void everyCaseComesToItsRightEndWithEachEffectOnce() {
    JsonNode steps = company.engine("/job-definition?activityIdIn=" + activities());
    assertThat(steps).hasSize(Stand.values().length);
    steps.forEach(step -> hold(step, true));
    for (Stand stand : Stand.values()) {
      cases.put(stand, company.post(stand.order, stand.symptom));
    }
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> driveToTheirSteps(steps).equals(Set.copyOf(cases.keySet())));

    List.of("booking", "billing").forEach(system -> company.fault(system, SILENCE_THEN_EFFECT));
    SYSTEMS.forEach(system -> company.fault(system, EFFECT_THEN_SILENCE));
    steps.forEach(step -> hold(step, false));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> cases.keySet().stream().filter(this::hasEffectOfItsStep).count() >= 9);
    product.kill();
    assertThat(unheardSteps())
        .containsExactlyInAnyOrder(
            cases.keySet().stream().map(stand -> stand.activity).toArray(String[]::new));

    company.heal();
    product = startProduct();
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              cases.values().forEach(company::play);
              assertThat(ends()).isEqualTo(rightEnds());
            });
    cases.forEach(
        (stand, caseNumber) -> {
          List<PlayedCompany.Effect> effects = company.effects(caseNumber);
          assertThat(effects)
              .as(stand.name())
              .extracting(PlayedCompany.Effect::toString)
              .containsExactlyInAnyOrderElementsOf(stand.effects);
          assertThat(effects).extracting(PlayedCompany.Effect::key).doesNotHaveDuplicates();
        });
    assertThat(company.engine("/incident")).isEmpty();
  }

  private ProductProcess startProduct() {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("aftercare.sandbox.enabled", false);
    properties.put("aftercare.sandbox.url", sandbox.url());
    properties.put("spring.mail.port", sandbox.smtpPort());
    properties.put("management.server.port", 0);
    properties.put("spring.main.banner-mode", "off");
    // Room for all of these steps at the same time, and time to kill the process in their middle.
    properties.put("camunda.bpm.job-execution.core-pool-size", 16);
    properties.put("camunda.bpm.job-execution.max-pool-size", 16);
    properties.put("camunda.bpm.job-execution.max-jobs-per-acquisition", 16);
    properties.put("spring.datasource.hikari.maximum-pool-size", 60);
    properties.put("aftercare.systems.guards.read-tries", 1);
    for (String system :
        List.of(
            "crm",
            "orders",
            "contracts",
            "parts",
            "shipping",
            "booking",
            "billing",
            "accounting")) {
      properties.put("aftercare.systems." + system + ".timeout", "15s");
    }
    return ProductProcess.start(folder, port, properties);
  }

  private static String activities() {
    List<String> activities = new ArrayList<>();
    for (Stand stand : Stand.values()) {
      activities.add(stand.activity);
    }
    return String.join(",", activities);
  }

  private void hold(JsonNode step, boolean held) {
    company.change(
        HttpMethod.PUT,
        "/job-definition/" + step.path("id").asText() + "/suspended",
        Map.of("suspended", held, "includeJobs", true));
  }

  /** Lets every case pass the steps that are not its own; returns who has arrived. */
  private Set<Stand> driveToTheirSteps(JsonNode steps) {
    Map<String, String> activities = new HashMap<>();
    steps.forEach(
        step -> activities.put(step.path("id").asText(), step.path("activityId").asText()));
    Map<String, Stand> stands = new HashMap<>();
    cases.forEach((stand, caseNumber) -> stands.put(caseNumber, stand));
    Set<Stand> arrived = new HashSet<>();
    for (JsonNode job : company.engine("/job?suspended=true")) {
      String activity = activities.get(job.path("jobDefinitionId").asText());
      String process = job.path("processInstanceId").asText();
      Stand stand =
          stands.get(company.engine("/process-instance/" + process).path("businessKey").asText());
      if (stand.activity.equals(activity)) {
        arrived.add(stand);
      } else {
        company.change(
            HttpMethod.PUT,
            "/job/" + job.path("id").asText() + "/suspended",
            Map.of("suspended", false));
      }
    }
    cases.forEach(
        (stand, caseNumber) -> {
          if (!arrived.contains(stand)) {
            company.play(caseNumber);
          }
        });
    delayThePart(cases.get(Stand.RELEASE_PART));
    return arrived;
  }

  private void delayThePart(String caseNumber) {
    for (JsonNode reservation : company.open("reservations", caseNumber)) {
      if (delayed.add(caseNumber)) {
        String expectedOn = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        company.event(
            "part.delayed",
            reservation.path("reservationId").asText(),
            Map.of("expectedOn", expectedOn));
      }
    }
  }

  private boolean hasEffectOfItsStep(Stand stand) {
    return company.effects(cases.get(stand)).stream()
        .anyMatch(effect -> effect.key().contains(":" + stand.activity + ":"));
  }

  /** The calls that ended with the process, as it left them in its database. */
  private List<String> unheardSteps() {
    List<String> activities = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:" + folder.resolve("data/aftercare"), "sa", "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select activity_id from remote_call where state = 'STARTED'")) {
      while (rows.next()) {
        activities.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return activities;
  }

  private Map<Stand, String> ends() {
    Map<Stand, String> ends = new TreeMap<>();
    cases.forEach(
        (stand, caseNumber) -> {
          JsonNode seen = company.caseOf(caseNumber);
          ends.put(stand, seen.path("status").asText() + " " + seen.path("outcome").asText());
        });
    return ends;
  }

  private static Map<Stand, String> rightEnds() {
    Map<Stand, String> ends = new TreeMap<>();
    for (Stand stand : Stand.values()) {
      ends.put(stand, "CLOSED " + stand.outcome);
    }
    return ends;
  }
}
