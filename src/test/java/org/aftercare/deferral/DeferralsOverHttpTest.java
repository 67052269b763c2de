package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.aftercare.cases.Cases;
import org.aftercare.systems.http.SystemsProperties;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The API of deferrals over HTTP while none of the other systems is there: what is wrong is refused
 * all the same, and what is right is taken in.
 */
@WebTest
class DeferralsOverHttpTest {

  private static final String PATH = "/api/deferrals";

  /** What the customer is promised between asking and the decision. */
  private static final Duration PROMISED = Duration.ofSeconds(10);

  @Autowired private TestRestTemplate http;
  @Autowired private RuntimeService runtime;
  @Autowired private Cases cases;
  @Autowired private Deferrals deferrals;
  @Autowired private SystemsProperties systems;
  @Autowired private CamundaBpmProperties camunda;

  /** Each test's own, so that what others have sent does not count. */
  private String customerId;

  private String invoiceNumber;

  @BeforeEach
  void newCustomer() {
    long number = ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    customerId = "C-" + number;
    invoiceNumber = "I-" + number;
  }

  /**
   * Register and billing are asked side by side, each as often as reads are tried; then one
   * savepoint is passed before the tables decide.
   */
  @Test
  void theTimeLimitsBeforeADecisionAddUpToLessThanWasPromised() {
    Duration register = longestRead(systems.crm());
    Duration billing = longestRead(systems.billing());
    Duration reading = register.compareTo(billing) > 0 ? register : billing;
    Duration savepoint = Duration.ofMillis(camunda.getJobExecution().getMaxWait());

    assertThat(reading.plus(savepoint)).isLessThan(PROMISED);
  }

  private Duration longestRead(SystemsProperties.Connection system) {
    SystemsProperties.Guards guards = systems.guards();
    return guards
        .queueing()
        .plus(system.timeout())
        .multipliedBy(guards.readTries())
        .plus(guards.readPause().multipliedBy(guards.readTries() - 1L));
  }

  @Test
  void aRequestIsTakenInThoughNoSystemAnswers() {
    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), request());

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    String caseNumber = answer.getBody().get("caseNumber").asText();
    assertThat(caseNumber).matches("D-[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(answer.getHeaders().getLocation()).hasToString(PATH + "/" + caseNumber);
    assertThat(deferrals.require(caseNumber).invoice()).isNull();
    assertThat(
            runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(
                    runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .singleResult()
                        .getId())
                .list())
        .allSatisfy(
            variable -> assertThat(variable.getTypeName()).isIn("string", "boolean", "integer"))
        .extracting(VariableInstance::getValue)
        .doesNotContain(customerId)
        .noneMatch(value -> String.valueOf(value).contains("salary"));
    assertThat(cases.notes(caseNumber))
        .extracting(Cases.Note::text)
        .containsExactly("My salary comes late.");
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndOneCase() {
    String key = ApiCaller.newKey();
    ResponseEntity<JsonNode> first = post(key, request());
    ResponseEntity<JsonNode> second = post(key, request());

    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String key = ApiCaller.newKey();
    post(key, request());

    assertThat(post(key, request().replace("2027", "2028")).getStatusCode().value()).isEqualTo(422);
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void oneInvoiceHasOneOpenCase() {
    String caseNumber = post(ApiCaller.newKey(), request()).getBody().get("caseNumber").asText();

    ResponseEntity<JsonNode> second = post(ApiCaller.newKey(), request());

    assertThat(second.getStatusCode().value()).isEqualTo(409);
    assertThat(second.getBody().get("type").asText()).contains("deferral-open");
    assertThat(second.getBody().get("detail").asText()).contains(caseNumber, "/cancel");
    assertThat(opened()).isEqualTo(1);
  }

  /** While billing is away, nobody knows yet whose the invoice is. */
  @Test
  void aStrangerNeitherStandsInTheWayOfAnInvoicesOwnerNorLearnsOfTheirCase() {
    String stranger = "C-1";
    String owners = post(ApiCaller.newKey(), request()).getBody().get("caseNumber").asText();

    ResponseEntity<JsonNode> strangers =
        ApiCaller.customer(http, stranger).post(PATH, request().replace(customerId, stranger));
    assertThat(strangers.getStatusCode().value()).isEqualTo(201);
    assertThat(strangers.getBody().toString()).doesNotContain(owners);

    cases.close(owners, "REFUSED");
    assertThat(post(ApiCaller.newKey(), request()).getStatusCode().value())
        .as("the stranger's case is still open")
        .isEqualTo(201);
    assertThat(
            ApiCaller.customer(http, stranger)
                .post(PATH, request().replace(customerId, stranger))
                .getBody()
                .get("detail")
                .asText())
        .as("of the caller's own case")
        .contains(strangers.getBody().get("caseNumber").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'payOn': '2027-06-20'|'payOn': '20.06.2027'|400|/payOn",
        "'payOn': '2027-06-20'|'payOn': '2027-02-29'|400|/payOn",
        "'payOn': '2027-06-20'|'payOn': '2020-01-01'|422|/payOn",
        "'payOn': '2027-06-20'|'payOn': '2999-01-01'|422|/payOn",
        "'payOn': '2027-06-20'|'payOn': null|422|/payOn",
        "'payOn': '2027-06-20'|'payOn': '2027-06-20', 'instalments': 2|422|/instalments",
        "'payOn': '2027-06-20'|'instalments': 1|422|/instalments",
        "'payOn': '2027-06-20'|'instalments': 13|422|/instalments",
        "'payOn': '2027-06-20'|'instalments': -2|422|/instalments",
        "'payOn': '2027-06-20'|'instalments': 'two'|400|/instalments",
        "'payOn': '2027-06-20'|'payOn': '2027-06-20', 'circumstance': 'POOR'|400|/circumstance",
        "'payOn': '2027-06-20'|'payOn': '2027-06-20', 'amount': 5|400|/amount",
        "'customerId': 'C-1'|'customerId': ''|422|/customerId",
        "'customerId': 'C-1'|'customerId': 1|400|/customerId",
        "'invoiceNumber': 'I-1'|'invoiceNumber': '../x'|422|/invoiceNumber",
        "'invoiceNumber': 'I-1'|'invoiceNumber': ['I-1']|400|/invoiceNumber"
      })
  void whatIsWrongIsNamed(String right, String wrong, int status, String field) {
    String body =
        request()
            .replace(customerId, "C-1")
            .replace(invoiceNumber, "I-1")
            .replace(right.replace('\'', '"'), wrong.replace('\'', '"'));

    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), body);

    assertThat(answer.getStatusCode().value()).as(body).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().get("errors"))
        .anySatisfy(
            error -> {
              assertThat(error.get("field").asText()).isEqualTo(field);
              assertThat(error.get("remedy").asText()).isNotBlank();
            });
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), "{}");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(ApiCaller.fields(answer)).containsExactly("/customerId", "/invoiceNumber", "/payOn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "later", "{\"customerId\"", "null"})
  void whatIsNoRequestAtAllIsRefused(String body) {
    assertThat(post(ApiCaller.newKey(), body).getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void whoIsInTroubleNeedNotNameADay() {
    String body = request().replace("\"payOn\": \"2027-06-20\"", "\"circumstance\": \"HARDSHIP\"");

    assertThat(post(ApiCaller.newKey(), body).getStatusCode().value()).isEqualTo(201);
  }

  @Test
  void aCommandNeedsAKey() {
    assertThat(post(null, request()).getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void eligibilityThatCannotBeLookedUpSaysWhatToDo() {
    ResponseEntity<JsonNode> answer =
        ApiCaller.staff(http, "frida").get(PATH + "/eligibility?invoice=I-1");

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getBody().get("detail").asText()).contains("POST /api/deferrals");
  }

  @Test
  void eligibilityNeedsAnInvoice() {
    assertThat(ApiCaller.staff(http, "frida").get(PATH + "/eligibility").getStatusCode().value())
        .isEqualTo(400);
  }

  @Test
  void anOfferThatWasNotMadeCannotBeAnswered() {
    String caseNumber = post(ApiCaller.newKey(), request()).getBody().get("caseNumber").asText();
    String path = PATH + "/" + caseNumber + "/offer";

    assertThat(command(path, "{\"answer\": \"ACCEPT\"}").getStatusCode().value()).isEqualTo(409);
    assertThat(command(path, "{}").getStatusCode().value()).isEqualTo(422);
    assertThat(command(path, "{\"answer\": \"MAYBE\"}").getStatusCode().value()).isEqualTo(400);
    assertThat(
            command(PATH + "/D-2222-2222/offer", "{\"answer\": \"ACCEPT\"}")
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void aCustomerAsksAndSeesForThemselvesOnly() {
    ApiCaller bearer = ApiCaller.customer(http, customerId);
    ResponseEntity<JsonNode> own = bearer.post(PATH, request());
    assertThat(own.getStatusCode().value()).isEqualTo(201);
    String theirs = PATH + "/" + own.getBody().get("caseNumber").asText();
    JsonNode seen = bearer.get(theirs).getBody();
    assertThat(seen.get("invoiceNumber").asText()).isEqualTo(invoiceNumber);
    assertThat(seen.get("dunningHeld").asBoolean()).isFalse();
    assertThat(seen.get("offerOpen").asBoolean()).isFalse();
    assertThat(seen.get("payments")).isEmpty();

    ApiCaller stranger = ApiCaller.customer(http, "C-1");

    assertThat(stranger.post(PATH, request()).getStatusCode().value()).isEqualTo(422);
    assertThat(stranger.get(theirs).getStatusCode().value()).isEqualTo(404);
    assertThat(stranger.get(PATH + "/D-2222-2222").getBody().get("detail"))
        .isEqualTo(stranger.get(theirs).getBody().get("detail"));
  }

  @Test
  void whatIsStoredComesBack() {
    String caseNumber = post(ApiCaller.newKey(), request()).getBody().get("caseNumber").asText();
    PaymentDeferral of =
        deferrals
            .require(caseNumber)
            .with(DeferralExamples.invoice())
            .with(new PaymentDeferral.Hold("H-1", 2, true, true))
            .with(Agreement.inParts(DeferralExamples.DUE, DeferralExamples.BALANCE, 3, 50));

    deferrals.change(of.with(of.requireAgreement().confirmed()));

    PaymentDeferral back = deferrals.require(caseNumber);
    assertThat(back.agreement()).isEqualTo(of.requireAgreement().confirmed());
    assertThat(back.hold()).isEqualTo(of.hold());
    assertThat(back.wish()).isEqualTo(of.wish());
    assertThat(back.requireInvoice().balance()).isEqualTo(of.requireInvoice().balance());
    assertThat(back.requireInvoice().history()).isEqualTo(of.requireInvoice().history());
    assertThat(back.requireInvoice().dueDate()).isEqualTo(DeferralExamples.DUE);
  }

  private long opened() {
    return cases.search(customerId, null, 0, 10).total();
  }

  private String request() {
    return """
        {"customerId": "%s", "invoiceNumber": "%s", "payOn": "2027-06-20",
         "text": "My salary comes late."}"""
        .formatted(customerId, invoiceNumber);
  }

  private ResponseEntity<JsonNode> post(String key, String body) {
    return ApiCaller.staff(http, "frida").post(PATH, key, body);
  }

  private ResponseEntity<JsonNode> command(String path, String body) {
    return ApiCaller.staff(http, "frida").post(path, body);
  }
}
