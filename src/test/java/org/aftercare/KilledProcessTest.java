package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.aftercare.engine.RemoteStep;
import org.aftercare.sandbox.SandboxServer;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
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

  /** What a call may take; all of them must be under way together before the first one has. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** Answers outlive the time limit, so that none is heard. */
  private static final long ANSWER_DELAY = TIME_LIMIT.plusSeconds(7).toMillis();

  private static final Map<String, Object> EFFECT_THEN_SILENCE =
      Map.of("mode", "slow", "delayMillis", ANSWER_DELAY);

  /** What {@link Stand#RELEASE_UNNEEDED_PART} needs. */
  private static final String SCARCE_PART = "parts/P-BEAR-700";

  private static final String RESERVE = "parts reserve-part";
  private static final String RELEASE = "parts release-part";
  private static final String VISIT = "booking book-visit";
  private static final String SHIP = "shipping ship";
  private static final String REPLACE = "orders order-replacement";
  private static final String INVOICE = "billing invoice";
  private static final String CREDIT = "billing credit";
  private static final String EXTEND = "contracts extend-guarantee";
  private static final String RECOVER = "accounting recover";
  private static final String FILE = "crm file-outcome";

  /** What a customer says who does not claim but orders a service. */
  private static final String SERVICE = "SERVICE";

  private static final String PLACE = "orders order-service";
  private static final String CHARGE = "billing start-subscription";
  private static final String BOOK = "accounting book-revenue";
  private static final String CANCEL_SERVICE = "orders cancel-service-order";
  private static final String STOP = "billing stop-subscription";
  private static final String REVERSE = "accounting reverse-revenue";
  private static final String ACTIVE = "CLOSED ACTIVE";
  private static final List<String> SERVICE_ORDER = List.of(PLACE, CHARGE, BOOK);

  /** In place of a symptom: the order is withdrawn from. */
  private static final String WITHDRAWN = "WITHDRAWN";

  private static final String HOLD = "billing hold-dunning";
  private static final String DUE_DATE = "billing change-due-date";
  private static final String RELEASE_HOLD = "billing release-hold";
  private static final String PAID = "CLOSED PAID";
  private static final List<String> DEFERRAL = List.of(HOLD, DUE_DATE, RELEASE_HOLD);

  /** What a customer says who does not claim but asks to pay later. */
  private static final String LATER = "LATER";

  private static final String IN_INSTALMENTS = "IN_INSTALMENTS";
  private static final String REPAIRED = "CLOSED REPAIRED";
  private static final String REPLACED = "CLOSED REPLACED";
  private static final String REFUNDED = "CLOSED REFUNDED";
  private static final String NO_FAULT = "CLOSED NO_FAULT";
  private static final String CANCELLED = "CANCELLED CANCELLED";

  private static final List<String> HOME_REPAIR = List.of(RESERVE, VISIT, EXTEND, RECOVER, FILE);
  private static final List<String> WORKSHOP_REPAIR =
      List.of(RESERVE, SHIP, SHIP, EXTEND, RECOVER, FILE);
  private static final List<String> RETURNED =
      List.of(SHIP, "billing refund", "orders restock", FILE);
  private static final List<String> REPLACEMENT = List.of(REPLACE, SHIP, RECOVER, FILE);

  /** These do what they are asked only when the process has ended. */
  private static final Map<String, List<Stand>> LATE_SYSTEMS =
      Map.of(
          "booking", List.of(Stand.BOOK_VISIT, Stand.CANCEL_VISIT),
          "billing",
              List.of(
                  Stand.REFUND_PURCHASE,
                  Stand.INVOICE_REPAIR,
                  Stand.CREDIT_INVOICE,
                  Stand.CREDIT_REPAIR,
                  Stand.START_CHARGE,
                  Stand.STOP_CHARGE,
                  Stand.CREDIT_UNWOUND_INVOICE,
                  Stand.HOLD_DUNNING,
                  Stand.STOP_COLLECTION,
                  Stand.CHANGE_DUE_DATE,
                  Stand.PLAN_INSTALMENTS,
                  Stand.RELEASE_DUNNING,
                  Stand.RESUME_DUNNING));

  /** Remote steps that only ask: killed in one of them, a process asks again. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "LookUpCustomer",
          "LookUpPurchase",
          "LookUpGuarantee",
          "EstimateRepair",
          "LookUpReturn",
          "WeighFraudSigns",
          "FindAffected",
          "LookUpOffer",
          "ReadInvoice",
          "ReadBalance",
          "ReviewAgreement",
          "ReadDisputed",
          "LookUpRegisteredItem",
          "LookUpFoundItem");

  /**
   * What makes a case leave its usual way.
   *
   * @param at the element at which it does: a step, a task or a message event
   */
  private record Detour(String at, BiConsumer<PlayedCompany, String> taking) {

    static Detour cancelledAt(String element) {
      return new Detour(element, PlayedCompany::cancel);
    }

    static Detour takenOverAt(String element) {
      return new Detour(element, PlayedCompany::takeOver);
    }

    /** The last part goes to somebody else, and another takes too long. */
    static Detour partGoneAt(String element) {
      return new Detour(
          element,
          (company, caseNumber) -> {
            company.scene(SCARCE_PART, Map.of("stock", 0));
            company.decide(caseNumber, "");
          });
    }

    static Detour loanerAt(String element) {
      return new Detour(element, PlayedCompany::lend);
    }

    static Detour noFaultFoundAt(String element) {
      return new Detour(element, PlayedCompany::findNoFault);
    }

    /** Cancelled as soon as these parts of an order are done, with this one still to come. */
    static Detour cancelledHalfDoneAt(String element, String... done) {
      return new Detour(
          element,
          (company, caseNumber) -> company.cancelService(caseNumber, element, Set.of(done)));
    }

    static Detour returnLostAt(String element) {
      return new Detour(element, PlayedCompany::loseReturn);
    }

    static Detour deferralNotPaidAt(String element) {
      return new Detour(element, PlayedCompany::leaveDeferralUnpaid);
    }

    static Detour notPaidAt(String element) {
      return new Detour(element, PlayedCompany::leaveUnpaid);
    }
  }

  /** One case each that is at this step when the process is killed. */
  private enum Stand {
    RESERVE_PART("ReservePart", "O-50001", "NOT_COOLING", REPAIRED, HOME_REPAIR),
    RELEASE_UNNEEDED_PART(
        "ReleaseUnneededPart",
        "O-50010",
        "NOISE",
        REPLACED,
        List.of(RESERVE, RELEASE, REPLACE, SHIP, RECOVER, FILE),
        Detour.partGoneAt("ApproveRemedy")),
    RELEASE_LATE_PART(
        "ReleaseLatePart",
        "O-50004",
        "NOISE",
        REPLACED,
        List.of(RESERVE, RELEASE, REPLACE, SHIP, RECOVER, FILE)),
    RELEASE_UNUSED_PART(
        "ReleaseUnusedPart",
        "O-51019",
        "NOISE",
        NO_FAULT,
        List.of(RESERVE, VISIT, RELEASE, FILE),
        Detour.noFaultFoundAt("RecordVisit")),
    BOOK_VISIT("BookVisit", "O-50003", "NOT_COOLING", REPAIRED, HOME_REPAIR),
    BOOK_PICK_UP("BookPickUp", "O-50019", "LEAKING", REPAIRED, WORKSHOP_REPAIR),
    RETURN_ITEM("ReturnItem", "O-50006", "LEAKING", REPAIRED, WORKSHOP_REPAIR),
    SHIP_LOANER(
        "ShipLoaner",
        "O-51013",
        "NOT_COOLING",
        REPAIRED,
        List.of(RESERVE, VISIT, SHIP, EXTEND, RECOVER, FILE),
        Detour.loanerAt("RecordVisit")),
    ORDER_REPLACEMENT("OrderReplacement", "O-50009", "NO_POWER", REPLACED, REPLACEMENT),
    SHIP_REPLACEMENT("ShipReplacement", "O-50005", "BROKEN", REPLACED, REPLACEMENT),
    REFUND_PURCHASE(
        "RefundPurchase",
        "O-50007",
        "NO_POWER",
        REFUNDED,
        List.of("orders order-replacement refused", "billing refund", RECOVER, FILE)),
    INVOICE_REPAIR(
        "InvoiceRepair", "O-51003", "LEAKING", REPAIRED, List.of(INVOICE, RESERVE, VISIT, FILE)),
    CREDIT_INVOICE(
        "CreditInvoice",
        "O-51018",
        "NOISE",
        "CLOSED NOT_PAID",
        List.of(INVOICE, CREDIT),
        Detour.notPaidAt("InvoicePaid")),
    CREDIT_REPAIR(
        "CreditRepair",
        "O-51012",
        "LEAKING",
        NO_FAULT,
        List.of(INVOICE, RESERVE, VISIT, RELEASE, CREDIT, FILE),
        Detour.noFaultFoundAt("RecordVisit")),
    EXTEND_GUARANTEE("ExtendGuarantee", "O-50039", "NOT_COOLING", REPAIRED, HOME_REPAIR),
    RECOVER_COSTS("RecoverCosts", "O-51004", "NOT_COOLING", REPAIRED, HOME_REPAIR),
    FILE_OUTCOME("FileOutcome", "O-50002", "NOT_COOLING", REPAIRED, HOME_REPAIR),
    RELEASE_PARTS(
        "ReleaseParts",
        "O-51031",
        "LEAKING",
        CANCELLED,
        List.of(RESERVE, RELEASE),
        Detour.cancelledAt("BookVisit")),
    CANCEL_VISIT(
        "CancelVisit",
        "O-51028",
        "NOT_COOLING",
        CANCELLED,
        List.of(RESERVE, VISIT, RELEASE, "booking cancel-visit"),
        Detour.cancelledAt("RecordVisit")),
    CANCEL_REPLACEMENT(
        "CancelReplacement",
        "O-50017",
        "NO_POWER",
        CANCELLED,
        List.of(REPLACE, "orders cancel-replacement"),
        Detour.cancelledAt("ShipReplacement")),
    CANCEL_SHIPMENT(
        "CancelShipment",
        "O-50038",
        "NO_POWER",
        "CLOSED CLOSED_BY_PERSON",
        List.of(RESERVE, SHIP, RELEASE, "shipping cancel-shipment"),
        Detour.takenOverAt("ItemArrived")),
    CREDIT_UNWOUND_INVOICE(
        "CreditUnwoundInvoice",
        "O-51009",
        "LEAKING",
        "CLOSED CLOSED_BY_PERSON",
        List.of(INVOICE, CREDIT),
        Detour.takenOverAt("InvoicePaid")),
    PLACE_SERVICE_ORDER("PlaceServiceOrder", "C-1004", SERVICE, ACTIVE, SERVICE_ORDER),
    START_CHARGE("StartCharge", "C-1005", SERVICE, ACTIVE, SERVICE_ORDER),
    BOOK_REVENUE("BookRevenue", "C-1006", SERVICE, ACTIVE, SERVICE_ORDER),
    CANCEL_SERVICE_ORDER(
        "CancelServiceOrder",
        "C-1007",
        SERVICE,
        CANCELLED,
        List.of(PLACE, CHARGE, STOP, CANCEL_SERVICE),
        Detour.cancelledHalfDoneAt("BookRevenue", "ORDER", "CHARGE")),
    STOP_CHARGE(
        "StopCharge",
        "C-1008",
        SERVICE,
        CANCELLED,
        List.of(PLACE, CHARGE, STOP, CANCEL_SERVICE),
        Detour.cancelledHalfDoneAt("BookRevenue", "ORDER", "CHARGE")),
    REVERSE_REVENUE(
        "ReverseRevenue",
        "C-1009",
        SERVICE,
        CANCELLED,
        List.of(PLACE, BOOK, REVERSE, CANCEL_SERVICE),
        Detour.cancelledHalfDoneAt("StartCharge", "ORDER", "REVENUE")),
    BOOK_RETURN_LABEL("BookReturnLabel", "O-53019", WITHDRAWN, REFUNDED, RETURNED),
    FILE_CARRIER_CLAIM(
        "FileCarrierClaim",
        "O-53020",
        WITHDRAWN,
        REFUNDED,
        List.of(SHIP, "shipping claim", "billing refund", FILE),
        Detour.returnLostAt("ReturnHandedIn")),
    RESTOCK("Restock", "O-53021", WITHDRAWN, REFUNDED, RETURNED),
    FILE_RETURN("FileReturn", "O-53022", WITHDRAWN, REFUNDED, RETURNED),
    HOLD_DUNNING("HoldDunning", "I-70001", LATER, PAID, DEFERRAL),
    STOP_COLLECTION(
        "StopCollection",
        "I-70017",
        LATER,
        PAID,
        List.of(HOLD, "billing stop-collection", DUE_DATE, RELEASE_HOLD)),
    CHANGE_DUE_DATE("ChangeDueDate", "I-71001", LATER, PAID, DEFERRAL),
    PLAN_INSTALMENTS(
        "PlanInstalments",
        "I-72001",
        IN_INSTALMENTS,
        PAID,
        List.of(HOLD, "billing plan-instalments", RELEASE_HOLD)),
    RELEASE_DUNNING(
        "ReleaseDunning",
        "I-73001",
        LATER,
        CANCELLED,
        DEFERRAL,
        Detour.cancelledAt("InvoicePartlyPaid")),
    RESUME_DUNNING(
        "ResumeDunning",
        "I-74001",
        LATER,
        "CLOSED UNPAID",
        List.of(HOLD, DUE_DATE, "billing resume-dunning"),
        Detour.deferralNotPaidAt("InvoicePartlyPaid"));

    private final String activity;
    private final String order;
    private final String symptom;
    private final String end;
    private final List<String> effects;
    private final Detour detour;

    Stand(String activity, String order, String symptom, String end, List<String> effects) {
      this(activity, order, symptom, end, effects, new Detour("", (company, caseNumber) -> {}));
    }

    Stand(
        String activity,
        String order,
        String symptom,
        String end,
        List<String> effects,
        Detour detour) {
      this.activity = activity;
      this.order = order;
      this.symptom = symptom;
      this.end = end;
      this.effects = effects;
      this.detour = detour;
    }

    private boolean takesDetour() {
      return !detour.at().isEmpty();
    }
  }

  @TempDir Path folder;

  private final int port = ProductProcess.freePort();
  private final Map<Stand, String> cases = new LinkedHashMap<>();
  private final Set<Stand> detoured = EnumSet.noneOf(Stand.class);
  private final Set<String> delayed = new HashSet<>();
  private SandboxServer sandbox;
  private PlayedCompany company;
  private ProductProcess product;

  private void start() {
    sandbox = PlayedCompany.openSandbox();
    company = new PlayedCompany(sandbox, "http://localhost:" + port);
    product = startProduct();
  }

  @AfterEach
  void stop() {
    if (product != null) {
      product.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  /** A model with a new effect needs a case that is killed in it. */
  @Test
  void everyRemoteStepOfTheModelsHasACase() throws Exception {
    Set<String> delegates = remoteDelegates();
    Set<String> remoteSteps = new TreeSet<>();
    for (Resource model :
        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
      try (InputStream stream = model.getInputStream()) {
        for (ServiceTask task :
            Bpmn.readModelFromStream(stream).getModelElementsByType(ServiceTask.class)) {
          if (delegates.contains(task.getCamundaDelegateExpression())) {
            remoteSteps.add(task.getId());
          }
        }
      }
    }
    Set<String> withCase = new TreeSet<>(QUESTIONS);
    for (Stand stand : Stand.values()) {
      withCase.add(stand.activity);
    }
    assertThat(withCase).isEqualTo(remoteSteps);
  }

  @Test
  void everyCaseComesToItsRightEndWithEachEffectOnce() {
    start();
    JsonNode steps = company.engine("/job-definition?activityIdIn=" + activities());
    assertThat(steps).hasSize(Stand.values().length);
    steps.forEach(step -> hold(step, true));
    company.scene(SCARCE_PART, Map.of("stock", 1));
    for (Stand stand : Stand.values()) {
      cases.put(stand, open(stand));
    }
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> driveToTheirSteps(steps).equals(Set.copyOf(cases.keySet())));

    LATE_SYSTEMS.forEach(
        (system, late) ->
            company.fault(
                system, Map.of("mode", "late", "delayMillis", ANSWER_DELAY, "times", late.size())));
    SYSTEMS.forEach(system -> company.fault(system, EFFECT_THEN_SILENCE));
    StreamSupport.stream(steps.spliterator(), true).forEach(step -> hold(step, false));
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::allAreAsked);
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
              assertThat(company.engine("/job?messages=true")).isEmpty();
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

  private String open(Stand stand) {
    return switch (stand.symptom) {
      case SERVICE -> company.orderService(stand.order, "CARE-PLUS");
      case WITHDRAWN -> company.withdraw(stand.order);
      case LATER ->
          company.defer(
              stand.order, Map.of("payOn", LocalDate.now(ZoneOffset.UTC).plusDays(20).toString()));
      case IN_INSTALMENTS -> company.defer(stand.order, Map.of("instalments", 2));
      default -> company.post(stand.order, stand.symptom);
    };
  }

  /** As models name them. */
  private static Set<String> remoteDelegates() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(RemoteStep.class));
    return scan.findCandidateComponents("org.aftercare").stream()
        .map(found -> "${" + new AnnotationBeanNameGenerator().generateBeanName(found, null) + "}")
        .collect(Collectors.toSet());
  }

  private ProductProcess startProduct() {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("aftercare.sandbox.enabled", false);
    properties.put("aftercare.sandbox.url", sandbox.url());
    properties.put("spring.mail.port", sandbox.smtpPort());
    properties.put("management.server.port", 0);
    properties.put("spring.main.banner-mode", "off");
    // Room for all of these steps at the same time, and time to kill the process in their middle.
    properties.put("camunda.bpm.job-execution.core-pool-size", 48);
    properties.put("camunda.bpm.job-execution.max-pool-size", 48);
    properties.put("camunda.bpm.job-execution.max-jobs-per-acquisition", 48);
    properties.put("spring.datasource.hikari.maximum-pool-size", 150);
    properties.put("aftercare.systems.guards.read-tries", 1);
    // More than three times what a step may take that asks first, as the product wants it.
    properties.put("camunda.bpm.job-execution.lock-time-in-millis", 126_000);
    PlayedCompany.SYSTEMS.forEach(
        system -> properties.put("aftercare.systems." + system + ".timeout", TIME_LIMIT));
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
    Map<String, String> caseNumbers = new HashMap<>();
    company
        .engine("/process-instance")
        .forEach(
            process ->
                caseNumbers.put(process.path("id").asText(), process.path("businessKey").asText()));
    Map<String, Stand> stands = new HashMap<>();
    cases.forEach((stand, caseNumber) -> stands.put(caseNumber, stand));
    Set<Stand> arrived = EnumSet.noneOf(Stand.class);
    Set<Stand> atDetour = EnumSet.noneOf(Stand.class);
    for (JsonNode job : company.engine("/job?suspended=true")) {
      String activity = activities.get(job.path("jobDefinitionId").asText());
      Stand stand = stands.get(caseNumbers.get(job.path("processInstanceId").asText()));
      if (stand == null) {
        continue; // It came after the list of processes.
      }
      if (stand.activity.equals(activity)) {
        arrived.add(stand);
      } else if (stand.detour.at().equals(activity)) {
        atDetour.add(stand);
      } else {
        company.change(
            HttpMethod.PUT,
            "/job/" + job.path("id").asText() + "/suspended",
            Map.of("suspended", false));
      }
    }
    atDetour.addAll(awaiting(company.engine("/task"), "taskDefinitionKey", caseNumbers));
    atDetour.addAll(awaiting(company.engine("/event-subscription"), "activityId", caseNumbers));
    cases.forEach(
        (stand, caseNumber) -> {
          if (atDetour.contains(stand) && detoured.add(stand)) {
            stand.detour.taking().accept(company, caseNumber);
          } else if (stand.takesDetour() && !detoured.contains(stand)) {
            company.play(caseNumber, stand.detour.at());
          } else if (!stand.takesDetour() && !arrived.contains(stand)) {
            company.play(caseNumber);
          }
        });
    delayThePart(cases.get(Stand.RELEASE_LATE_PART));
    return arrived;
  }

  /** Whose case waits for a task or a message where its detour begins. */
  private Set<Stand> awaiting(JsonNode waits, String element, Map<String, String> caseNumbers) {
    Set<Stand> found = EnumSet.noneOf(Stand.class);
    for (JsonNode wait : waits) {
      String caseNumber = caseNumbers.get(wait.path("processInstanceId").asText());
      cases.forEach(
          (stand, of) -> {
            if (of.equals(caseNumber) && stand.detour.at().equals(wait.path(element).asText())) {
              found.add(stand);
            }
          });
    }
    return found;
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

  /** Every system has what its steps ask for, and no step has heard of it. */
  private boolean allAreAsked() {
    return LATE_SYSTEMS.keySet().stream().noneMatch(company::hasFault)
        && cases.keySet().stream()
            .filter(stand -> LATE_SYSTEMS.values().stream().noneMatch(late -> late.contains(stand)))
            .allMatch(this::hasEffectOfItsStep);
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
          ends.put(
              stand,
              (seen.path("status").asText() + " " + seen.path("outcome").asText("")).strip());
        });
    return ends;
  }

  private static Map<Stand, String> rightEnds() {
    Map<Stand, String> ends = new TreeMap<>();
    for (Stand stand : Stand.values()) {
      ends.put(stand, stand.end);
    }
    return ends;
  }
}
