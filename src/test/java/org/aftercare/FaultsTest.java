package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.aftercare.notifications.Notifications;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product while partners, networks and callers misbehave. */
class FaultsTest extends ProductWithSandbox {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int AT_ONCE = 50;

  /** The first and one for each wait of the models' retry cycles. */
  private static final int TRIES = 4;

  private static final List<String> REPAIRED =
      List.of(
          "parts reserve-part",
          "booking book-visit",
          "contracts extend-guarantee",
          "accounting recover",
          "crm file-outcome");

  private static final String PLACE = "orders order-service";
  private static final String CHARGE = "billing start-subscription";
  private static final String BOOK = "accounting book-revenue";

  /** Where each part of a service is asked for and taken back. */
  private static final Map<String, String> SERVICE_PARTS =
      Map.of(
          "orders", "/service-orders",
          "billing", "/subscriptions",
          "accounting", "/revenue");

  private static final List<String> REPLACED =
      List.of(
          "orders order-replacement", "shipping ship", "accounting recover", "crm file-outcome");

  private static final List<String> DEFERRED =
      List.of("billing hold-dunning", "billing change-due-date", "billing release-hold");

  private static final Map<String, Object> PAID_LATER =
      Map.of("payOn", LocalDate.now(ZoneOffset.UTC).plusDays(25).toString());

  private static final List<String> RETURNED =
      List.of("shipping ship", "billing refund", "orders restock", "crm file-outcome");

  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private Notifications notifications;
  @Autowired private CircuitBreakerRegistry guards;
  @Autowired private JdbcClient jdbc;

  /** Systems that failed in one test are not spared in the next. */
  @AfterEach
  void heal() {
    company.heal();
    guards.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  /**
   * No system's answer to what it is told to do can be used, until the end: a repair, a replacement
   * and a refund learn what became of each order by asking. Slow is ten time limits.
   */
  @ParameterizedTest
  @CsvSource({
    "drop, O-50002, O-50005, BROKEN, O-50007, accounting recover, O-53019",
    "garbage, O-50003, O-50010, NOISE, O-50018, accounting recover refused, O-53020",
    "slow, O-50004, O-50011, NO_POWER, O-50024, accounting recover, O-53021"
  })
  void answersThatAreLostWrongOrTooLateLeaveOneEffectEach(
      String mode,
      String repaired,
      String replaced,
      String symptom,
      String refunded,
      String refundsRecovery,
      String returned) {
    company.scene("customers/C-1211", Map.of("account", true));
    company.faultOrders(Map.of("mode", mode, "delayMillis", 30_000));

    Map<String, List<String>> rightEffects =
        Map.of(
            company.post(repaired, "NOT_COOLING"),
            REPAIRED,
            company.post(replaced, symptom),
            REPLACED,
            company.post(refunded, "NO_POWER"),
            List.of(
                "orders order-replacement refused",
                "billing refund",
                refundsRecovery,
                "crm file-outcome"),
            company.withdraw(returned),
            RETURNED);
    playToTheEnd(rightEffects.keySet());

    rightEffects.forEach(
        (caseNumber, right) -> {
          assertEffects(caseNumber, right);
          assertThat(company.effects(caseNumber))
              .extracting(PlayedCompany.Effect::requests)
              .containsOnly(1);
        });
  }

  /** Three systems at a time are told to do something, and none can be understood. */
  @ParameterizedTest
  @CsvSource({"drop, C-1004", "garbage, C-1005", "slow, C-1006"})
  void aServiceIsOrderedChargedAndBookedOnceWhateverBecomesOfTheAnswers(
      String mode, String customerId) {
    SERVICE_PARTS.forEach(
        (system, path) ->
            company.fault(system, Map.of("mode", mode, "delayMillis", 30_000, "path", path)));
    String caseNumber = company.orderService(customerId, "CARE-PLUS");
    playToTheEnd(Set.of(caseNumber));

    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("ACTIVE");
    assertEffects(caseNumber, List.of(PLACE, CHARGE, BOOK));
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::requests)
        .containsOnly(1);
  }

  /** A look-up fails, where it is tried twice both times; the step is tried again. */
  @ParameterizedTest
  @CsvSource({"drop, O-50014, 2", "garbage, O-50015, 1"})
  void aRegistrationSurvivesLookUpsThatFail(String mode, String orderNumber, int times) {
    Map<String, Object> wanted = registration(orderNumber);
    company.fault("orders", Map.of("mode", mode, "times", times, "path", "/" + orderNumber));
    String caseNumber = accepted(company.command("/api/registrations", key(), wanted));
    playToTheEnd(Set.of(caseNumber));

    assertThat(company.hasFault("orders")).as("it was met").isFalse();
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("REGISTERED");
    assertThat(company.read("/api/registrations/" + caseNumber).path("orderNumber").asText())
        .isEqualTo(orderNumber);
  }

  @Test
  void aSystemThatIsOffBecomesAnIncidentForOperationsAndThenGoesOn() {
    company.fault("parts", Map.of("mode", "off", "path", "/reservations"));
    String caseNumber = company.post("O-50039", "NOT_COOLING");

    Incident incident =
        Awaitility.await()
            .atMost(LONG)
            .until(
                () -> {
                  company.play(caseNumber);
                  allRetriesAreDue(caseNumber);
                  return incident(caseNumber);
                },
                found -> found != null);
    assertThat(incident.getIncidentMessage()).contains("Reserve the part");
    Task task =
        tasks
            .createTaskQuery()
            .taskCandidateGroup("operations")
            .taskNameLike("%" + caseNumber + "%")
            .singleResult();
    assertThat(task.getName()).contains("Reserve the part");
    assertThat(company.effects(caseNumber)).isEmpty();
    assertThat(notifications.about(caseNumber))
        .extracting(Notifications.TellLog::subject)
        .anySatisfy(subject -> assertThat(subject).contains("Reserve the part"));

    Job stopped = management.createJobQuery().jobId(incident.getConfiguration()).singleResult();
    assertThat(stopped.getDuedate()).as("a person's retry begins at once").isBefore(new Date());

    heal();
    management.setJobRetries(stopped.getId(), 1);
    playToTheEnd(Set.of(caseNumber));

    assertEffects(caseNumber, REPAIRED);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
  }

  /** What billing is told to do is done, and nobody hears of it; it answers when it is asked. */
  @ParameterizedTest
  @CsvSource({
    "drop, I-71003, /billing/holds",
    "garbage, I-72002, /due-date",
    "slow, I-73002, /billing/holds"
  })
  void aDeferralsAnswersThatAreLostWrongOrTooLateLeaveOneEffectEach(
      String mode, String invoice, String path) {
    company.fault("billing", Map.of("mode", mode, "delayMillis", 30_000, "path", path));
    String caseNumber = company.defer(invoice, PAID_LATER);
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              company.play(caseNumber);
              allRetriesAreDue(caseNumber);
              return company.closed(caseNumber);
            });

    assertEffects(caseNumber, DEFERRED);
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::requests)
        .containsOnly(1);
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("PAID");
  }

  /** Only the step itself can learn of the hold: until it has, the withdrawal has to wait. */
  @Test
  void aDeferralWithdrawnWhileNobodyHasHeardOfItsHoldLeavesNothingHeld() {
    company.fault("billing", Map.of("mode", "drop", "path", "/billing/holds"));
    String caseNumber = company.defer("I-70003", PAID_LATER);
    Awaitility.await().atMost(LONG).until(() -> !failed(caseNumber).isEmpty());
    company.cancel(caseNumber);
    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              allRetriesAreDue(caseNumber);
              return company.caseOf(caseNumber).path("status").asText();
            },
            "CANCELLED"::equals);

    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .contains("billing hold-dunning", "billing release-hold")
        .doesNotHaveDuplicates();
  }

  @Test
  void fiftyTimesTheSameAtOnceIsOneCase() throws Exception {
    Map<String, Object> claim = company.claim("O-50013", "NOT_COOLING");
    assertOneCase("warranty-claim", "/api/warranty-claims", claim);
  }

  @Test
  void fiftyTimesTheSameDeferralAtOnceIsOneCase() throws Exception {
    Map<String, Object> request = new HashMap<>(PAID_LATER);
    request.put("customerId", "C-1007");
    request.put("invoiceNumber", "I-70010");
    assertOneCase("payment-deferral", "/api/deferrals", request);
  }

  @Test
  void fiftyTimesTheSameOrderAtOnceIsOneOrder() throws Exception {
    String caseNumber =
        assertOneCase(
            "service-activation",
            "/api/activations",
            Map.of("customerId", "C-1007", "service", "CARE-PLUS"));
    playToTheEnd(Set.of(caseNumber));
    assertEffects(caseNumber, List.of(PLACE, CHARGE, BOOK));
  }

  @Test
  void fiftyTimesTheSameRegistrationAtOnceIsOneRegistration() throws Exception {
    assertOneCase("product-registration", "/api/registrations", registration("O-50012"));
  }

  /** Returns the number of the one case. */
  private String assertOneCase(String flow, String path, Map<String, Object> request)
      throws Exception {
    List<ResponseEntity<JsonNode>> answers = atOnce(path, request);

    assertThat(answers).allMatch(answer -> answer.getStatusCode().value() == 201);
    assertThat(answers)
        .extracting(answer -> answer.getBody().path("caseNumber").asText())
        .containsOnly(answers.get(0).getBody().path("caseNumber").asText());
    assertThat(company.casesOf(request.get("customerId")))
        .filteredOn(of -> of.path("flow").asText().equals(flow))
        .hasSize(1);
    return accepted(answers.get(0));
  }

  private static String accepted(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("caseNumber").asText();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  /** A customer registers the first item of an order of the sandbox's scene. */
  private Map<String, Object> registration(String orderNumber) {
    Map<String, Object> claim = company.claim(orderNumber, "NOT_COOLING");
    return Map.of(
        "customerId", claim.get("customerId"),
        "serialNumber", claim.get("serialNumber"),
        "orderNumber", orderNumber);
  }

  @Test
  void fiftyTimesTheSameWithdrawalAtOnceIsOneNotice() throws Exception {
    Object customerId = company.claim("O-53005", "NOISE").get("customerId");
    List<ResponseEntity<JsonNode>> declared =
        atOnce("/api/returns", Map.of("customerId", customerId, "orderNumber", "O-53005"));
    assertThat(declared).allMatch(answer -> answer.getStatusCode().value() == 201);
    assertThat(declared)
        .extracting(ResponseEntity::getBody)
        .containsOnly(declared.get(0).getBody());
    String caseNumber = declared.get(0).getBody().path("caseNumber").asText();

    List<ResponseEntity<JsonNode>> confirmed =
        atOnce("/api/returns/" + caseNumber + "/confirm", null);
    assertThat(confirmed).allMatch(answer -> answer.getStatusCode().value() == 200);
    assertThat(confirmed)
        .extracting(ResponseEntity::getBody)
        .containsOnly(confirmed.get(0).getBody());
    assertThat(company.casesOf(customerId))
        .filteredOn(of -> of.path("flow").asText().equals("product-return"))
        .hasSize(1);
    Awaitility.await().atMost(LONG).until(() -> events(caseNumber).contains("returns.label"));
    assertThat(events(caseNumber)).containsOnlyOnce("returns.confirmed", "returns.receipt");
    assertEffects(caseNumber, List.of("shipping ship"));
  }

  /** One command, under one key. */
  private List<ResponseEntity<JsonNode>> atOnce(String path, Object body) throws Exception {
    String key = key();
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    List<ResponseEntity<JsonNode>> answers = new ArrayList<>();
    try {
      List<Future<ResponseEntity<JsonNode>>> asked = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        asked.add(callers.submit(() -> company.command(path, key, body)));
      }
      for (Future<ResponseEntity<JsonNode>> answer : asked) {
        answers.add(answer.get(3, TimeUnit.MINUTES));
      }
    } finally {
      callers.shutdownNow();
    }
    return answers;
  }

  private List<String> events(String caseNumber) {
    return StreamSupport.stream(company.caseOf(caseNumber).path("timeline").spliterator(), false)
        .map(line -> line.path("event").asText())
        .toList();
  }

  /** The carrier has the parcel, and delivers it before the step knows that there is one. */
  @Test
  void aCallbackThatComesBeforeItIsAwaitedAndTwiceIsUsedOnce() {
    company.fault("shipping", Map.of("mode", "drop"));
    String caseNumber = company.post("O-50009", "NO_POWER");
    JsonNode shipment =
        Awaitility.await()
            .atMost(LONG)
            .until(() -> company.open("shipments", caseNumber), found -> !found.isEmpty())
            .get(0);
    company.event(
        "shipment.delivered", shipment.path("shipmentId").asText(), Map.of("twice", true));
    Awaitility.await().atMost(LONG).until(() -> company.callbacksTaken(caseNumber));
    assertThat(processes(caseNumber))
        .noneMatch(
            process ->
                runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(process)
                        .eventName("ShipmentDelivered")
                        .count()
                    > 0);

    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              firstRetriesAreDue(caseNumber);
              return company.closed(caseNumber);
            });
    assertEffects(caseNumber, REPLACED);
  }

  /** The customer was quick: the goods are here before the step knows of its label. */
  @Test
  void goodsThatArriveBeforeTheirLabelIsKnownArePaidBackOnce() {
    company.fault("shipping", Map.of("mode", "drop"));
    String caseNumber = company.withdraw("O-53022");
    JsonNode label =
        Awaitility.await()
            .atMost(LONG)
            .until(() -> company.open("shipments", caseNumber), found -> !found.isEmpty())
            .get(0);
    company.event("return.accepted", label.path("shipmentId").asText(), Map.of("twice", true));
    company.event("shipment.delivered", label.path("shipmentId").asText(), Map.of("twice", true));
    Awaitility.await().atMost(LONG).until(() -> company.callbacksTaken(caseNumber));
    assertThat(events(caseNumber)).doesNotContain("returns.label", "returns.sent");

    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              firstRetriesAreDue(caseNumber);
              company.decide(caseNumber, "");
              return company.closed(caseNumber);
            });
    assertEffects(caseNumber, RETURNED);
    assertThat(events(caseNumber)).containsOnlyOnce("returns.sent", "returns.arrived");
  }

  /** Nobody knows of the label when the customer cancels but the carrier. */
  @ParameterizedTest
  @CsvSource({"slow, O-53001", "drop, O-53009"})
  void aReturnCancelledInTheMiddleOfAStepLeavesNoLabel(String mode, String orderNumber) {
    company.fault("shipping", Map.of("mode", mode, "delayMillis", 2_500, "path", "/shipments"));
    String caseNumber = company.withdraw(orderNumber);
    Awaitility.await().atMost(LONG).until(() -> !company.effects(caseNumber).isEmpty());
    company.cancel(caseNumber);
    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              firstRetriesAreDue(caseNumber);
              return company.caseOf(caseNumber).path("status").asText();
            },
            "CANCELLED"::equals);
    assertEffects(caseNumber, List.of("shipping ship", "shipping cancel-shipment"));
  }

  /** Only the step itself can learn of the label: until it has, the person's close has to wait. */
  @Test
  void aReturnThatAPersonClosesWhileAStepIsUncertainLeavesNoLabel() {
    company.fault("shipping", Map.of("mode", "drop"));
    String caseNumber = company.withdraw("O-53002");
    Awaitility.await().atMost(LONG).until(() -> !failed(caseNumber).isEmpty());
    company.takeOver(caseNumber);
    Awaitility.await()
        .atMost(LONG)
        .until(() -> problemOfTheClose(caseNumber), "STEP_UNDER_WAY"::equals);
    assertThat(company.closed(caseNumber)).isFalse();

    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              allRetriesAreDue(caseNumber);
              return company.closed(caseNumber);
            });
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("CLOSED_BY_PERSON");
    assertEffects(caseNumber, List.of("shipping ship", "shipping cancel-shipment"));
  }

  /** Nobody knows of the part when the customer cancels but the system that has reserved it. */
  @ParameterizedTest
  @CsvSource({"slow, O-51031", "drop, O-51033"})
  void aCancellationInTheMiddleOfAStepLeavesNothingBooked(String mode, String orderNumber) {
    company.fault("parts", Map.of("mode", mode, "delayMillis", 2_500, "path", "/parts/reserv"));
    String caseNumber = company.post(orderNumber, "LEAKING");
    Awaitility.await().atMost(LONG).until(() -> !company.effects(caseNumber).isEmpty());
    company.cancel(caseNumber);
    Awaitility.await()
        .atMost(LONG)
        .until(() -> company.caseOf(caseNumber).path("status").asText(), "CANCELLED"::equals);
    assertNothingIsBooked(caseNumber);
  }

  /** Billing charges already, and has not said so, when the customer cancels. */
  @Test
  void anOrderThatIsCancelledInTheMiddleOfAStepIsTakenBackWhole() {
    company.fault(
        "billing", Map.of("mode", "slow", "delayMillis", 2_500, "path", "/subscriptions"));
    String caseNumber = company.orderService("C-1008", "CARE-PLUS");
    Awaitility.await().atMost(LONG).until(() -> made(caseNumber).contains(CHARGE));
    company.cancel(caseNumber);
    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              firstRetriesAreDue(caseNumber);
              return company.caseOf(caseNumber).path("status").asText();
            },
            "CANCELLED"::equals);

    List<String> made = made(caseNumber);
    assertThat(made).contains("billing stop-subscription").doesNotHaveDuplicates();
    assertThat(made.contains("orders cancel-service-order")).isEqualTo(made.contains(PLACE));
    assertThat(made.contains("accounting reverse-revenue")).isEqualTo(made.contains(BOOK));
  }

  private List<String> made(String caseNumber) {
    return company.effects(caseNumber).stream().map(PlayedCompany.Effect::toString).toList();
  }

  /** The order is being looked up when the customer cancels. */
  @Test
  void aRegistrationThatIsCancelledDuringALookUpHoldsNothing() {
    Map<String, Object> wanted = registration("O-50021");
    company.fault(
        "orders", Map.of("mode", "slow", "delayMillis", 2_500, "times", 1, "path", "/O-50021"));
    String cancelled = accepted(company.command("/api/registrations", key(), wanted));
    Awaitility.await().atMost(LONG).until(() -> !company.hasFault("orders"));
    company.cancel(cancelled);
    Awaitility.await()
        .atMost(LONG)
        .until(() -> company.caseOf(cancelled).path("status").asText(), "CANCELLED"::equals);

    String again = accepted(company.command("/api/registrations", key(), wanted));
    playToTheEnd(Set.of(again));
    assertThat(company.caseOf(again).path("outcome").asText()).isEqualTo("REGISTERED");
  }

  /** Only the step itself can learn of the part: until it has, the person's close has to wait. */
  @Test
  void aCloseByAPersonWhileAStepIsUncertainLeavesNothingReserved() {
    String caseNumber = company.post("O-51004", "NOT_COOLING");
    company.wantPerson(caseNumber);
    Awaitility.await()
        .atMost(LONG)
        .until(() -> waitsFor(caseNumber, "ApproveRemedy", "TalkToCustomer"));
    company.fault("parts", Map.of("mode", "drop"));
    company.decide(caseNumber, "");
    Awaitility.await().atMost(LONG).until(() -> !failed(caseNumber).isEmpty());
    company.closeByPerson(caseNumber);
    Awaitility.await()
        .atMost(LONG)
        .until(() -> problemOfTheClose(caseNumber), "STEP_UNDER_WAY"::equals);
    assertThat(company.closed(caseNumber)).isFalse();
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactly("parts reserve-part");

    heal();
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              allRetriesAreDue(caseNumber);
              return company.closed(caseNumber);
            });
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("CLOSED_BY_PERSON");
    assertNothingIsBooked(caseNumber);
  }

  private boolean waitsFor(String caseNumber, String... taskKeys) {
    return tasks
            .createTaskQuery()
            .processInstanceBusinessKey(caseNumber)
            .taskDefinitionKeyIn(taskKeys)
            .count()
        == taskKeys.length;
  }

  private String problemOfTheClose(String caseNumber) {
    return jdbc.sql(
            "select problem from inbox_message where case_number = ? and name = 'ClosedByPerson'")
        .param(caseNumber)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private void assertNothingIsBooked(String caseNumber) {
    List<String> effects = made(caseNumber);
    assertThat(effects).contains("parts reserve-part").doesNotHaveDuplicates();
    assertThat(effects.contains("parts release-part")).isTrue();
    assertThat(effects.contains("booking cancel-visit"))
        .isEqualTo(effects.contains("booking book-visit"));
  }

  private void playToTheEnd(Set<String> caseNumbers) {
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              caseNumbers.forEach(company::play);
              caseNumbers.forEach(this::firstRetriesAreDue);
              return caseNumbers.stream().allMatch(company::closed);
            });
  }

  private void assertEffects(String caseNumber, List<String> right) {
    List<PlayedCompany.Effect> effects = company.effects(caseNumber);
    assertThat(effects)
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrderElementsOf(right);
    assertThat(effects).extracting(PlayedCompany.Effect::key).doesNotHaveDuplicates();
  }

  /** What has failed once is tried again now; what fails again waits as the model says. */
  private void firstRetriesAreDue(String caseNumber) {
    failed(caseNumber).stream().filter(job -> job.getRetries() == TRIES - 1).forEach(this::due);
  }

  private void allRetriesAreDue(String caseNumber) {
    failed(caseNumber).forEach(this::due);
  }

  private void due(Job job) {
    management.setJobDuedate(job.getId(), new Date());
  }

  private List<Job> failed(String caseNumber) {
    return processes(caseNumber).stream()
        .map(
            process ->
                management
                    .createJobQuery()
                    .processInstanceId(process)
                    .withException()
                    .withRetriesLeft()
                    .duedateHigherThan(new Date())
                    .list())
        .flatMap(List::stream)
        .toList();
  }

  private Incident incident(String caseNumber) {
    return processes(caseNumber).stream()
        .map(
            process ->
                runtime
                    .createIncidentQuery()
                    .processInstanceId(process)
                    .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                    .list())
        .flatMap(List::stream)
        .filter(found -> found.getConfiguration() != null)
        .findFirst()
        .orElse(null);
  }
}
