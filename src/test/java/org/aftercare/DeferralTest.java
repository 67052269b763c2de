package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deferrals as their people live them, over HTTP, with the sandbox's billing. */
class DeferralTest extends ProductWithSandbox {

  private static final Duration LONG = Duration.ofSeconds(60);

  /** Just within the time limits of calls. */
  private static final Map<String, Long> SLOWEST = Map.of("billing", 1_800L, "crm", 2_700L);

  /** What the customer is promised between asking and the answer. */
  private static final Duration PROMISED = Duration.ofSeconds(10);

  @AfterEach
  void heal() {
    company.heal();
  }

  @Test
  void approvedAndPaidEarly() {
    String caseNumber = company.defer("I-70002", in(25));

    awaitEvent(caseNumber, "deferral.confirmed");
    assertThat(events(caseNumber))
        .as("held first, then changed, then told")
        .containsSubsequence("deferral.held", "deferral.due-date-changed", "deferral.confirmed");
    JsonNode owed = company.open("receivables", caseNumber).get(0);
    assertThat(owed.path("held").asBoolean()).isTrue();
    company.event("invoice.paid", "I-70002", Map.of());
    Awaitility.await().atMost(LONG).until(() -> company.closed(caseNumber));

    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("PAID");
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "billing hold-dunning", "billing change-due-date", "billing release-hold");
  }

  @Test
  void troubleWithADebtCollectorIsForAPersonAndHeldNoSecondTime() {
    String caseNumber = company.defer("I-70014", Map.of("circumstance", "HARDSHIP"));
    Awaitility.await().atMost(LONG).until(() -> company.asks(caseNumber, "SettleCollection"));

    assertThat(events(caseNumber))
        .contains("deferral.in-collection")
        .doesNotContain("deferral.held", "deferral.hardship");
    assertThat(company.effects(caseNumber))
        .singleElement()
        .satisfies(refused -> assertThat(refused.refused()).isTrue());
    company.done(caseNumber, "SettleCollection", Map.of("collector", "STAYS"));
    Awaitility.await().atMost(LONG).until(() -> company.closed(caseNumber));
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("REFUSED");
  }

  @Test
  void whatTheDebtCollectorGivesBackIsHeldAndDecidedByAPerson() {
    String caseNumber = company.defer("I-72014", Map.of("circumstance", "HARDSHIP"));
    Awaitility.await().atMost(LONG).until(() -> company.asks(caseNumber, "SettleCollection"));
    company.event("collection.withdrawn", "I-72014", Map.of());
    company.done(caseNumber, "SettleCollection", Map.of("collector", "CALLED_BACK"));

    Awaitility.await().atMost(LONG).until(() -> company.asks(caseNumber, "DecideReferral"));
    assertThat(events(caseNumber)).containsSubsequence("deferral.in-collection", "deferral.held");
  }

  @Test
  void instalmentsByAPersonAndOfferDeclined() {
    String caseNumber = company.defer("I-71004", in(30));
    Awaitility.await().atMost(LONG).until(() -> company.asks(caseNumber, "DecideReferral"));
    assertThat(events(caseNumber)).containsSubsequence("deferral.held", "deferral.referred");
    company.done(
        caseNumber,
        "DecideReferral",
        Map.of("referral", "INSTALMENTS", "offerInstalments", "THREE"));
    awaitEvent(caseNumber, "deferral.offer-plan");

    assertThat(
            company
                .command(
                    "/api/deferrals/" + caseNumber + "/offer",
                    UUID.randomUUID().toString(),
                    Map.of("answer", "DECLINE"))
                .getStatusCode()
                .value())
        .isEqualTo(202);

    Awaitility.await().atMost(LONG).until(() -> company.closed(caseNumber));
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("DECLINED");
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder("billing hold-dunning", "billing release-hold");
  }

  /** The whole answer: decided, held, booked and told. */
  @Test
  void theAnswerComesInTimeFromTheSlowestAllowedPartners() {
    SLOWEST.forEach(
        (system, delay) ->
            company.fault(system, Map.of("mode", "slow", "delayMillis", delay.longValue())));
    Instant asked = Instant.now();

    String caseNumber = company.defer("I-72003", in(20));
    Awaitility.await()
        .atMost(PROMISED.minus(Duration.between(asked, Instant.now())))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> events(caseNumber).contains("deferral.confirmed"));

    assertThat(events(caseNumber)).containsSubsequence("deferral.held", "deferral.confirmed");
  }

  @Test
  void whileBillingIsAwayNothingIsClaimedThatIsNotTrue() {
    company.fault("billing", Map.of("mode", "off"));

    String caseNumber = company.defer("I-73003", in(20));

    awaitEvent(caseNumber, "deferral.provisional");
    assertThat(events(caseNumber)).doesNotContain("deferral.held", "deferral.confirmed");
    assertThat(company.effects(caseNumber)).isEmpty();
    company.heal();
    runBillingRetry(caseNumber);
    awaitEvent(caseNumber, "deferral.confirmed");
  }

  @Test
  void aHoldThatBillingDoesNotAnswerIsPlacedOnceWhenItIsBack() {
    company.fault("billing", Map.of("mode", "off", "path", "/billing/holds"));

    String caseNumber = company.defer("I-74002", in(25));

    Awaitility.await().atMost(LONG).until(() -> company.elapse(caseNumber, "HoldTakesLong"));
    awaitEvent(caseNumber, "deferral.provisional");
    assertThat(events(caseNumber)).doesNotContain("deferral.held", "deferral.confirmed");
    company.heal();
    Awaitility.await().atMost(LONG).until(() -> !company.elapse(caseNumber, "HoldDunning"));
    awaitEvent(caseNumber, "deferral.confirmed");
    assertThat(company.engine("/incident")).isEmpty();
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder("billing hold-dunning", "billing change-due-date");
  }

  private void runBillingRetry(String caseNumber) {
    Awaitility.await().atMost(LONG).until(() -> company.elapse(caseNumber, "BillingRetry"));
  }

  @Test
  void saysBeforehandWhatCanBeHad() {
    assertThat(eligibility("I-70005").path("latest").asText())
        .as("11 clean months: 14 days")
        .isEqualTo(
            LocalDate.parse(eligibility("I-70005").path("dueOn").asText()).plusDays(14) + "");
    JsonNode refused = eligibility("I-70014");
    assertThat(refused.path("eligible").asBoolean()).isFalse();
    assertThat(refused.path("decision").asText()).isEqualTo("REFUSE");
    assertThat(refused.path("reason").asText()).isEqualTo("IN_COLLECTION");
    assertThat(refused.path("explanation").asText()).contains("debt collector");
    assertThat(eligibility("I-70004").path("decision").asText()).isEqualTo("REFER");
    assertThat(eligibility("I-70004").path("latest").isNull()).isTrue();
    assertThat(eligibility("I-70004").path("fee").path("amount").asInt()).isZero();
  }

  private JsonNode eligibility(String invoice) {
    return company.read("/api/deferrals/eligibility?invoice=" + invoice);
  }

  private static Map<String, Object> in(int days) {
    return Map.of("payOn", LocalDate.now(ZoneOffset.UTC).plusDays(days).toString());
  }

  private void awaitEvent(String caseNumber, String event) {
    Awaitility.await().atMost(LONG).until(() -> events(caseNumber).contains(event));
  }

  private List<String> events(String caseNumber) {
    return StreamSupport.stream(company.caseOf(caseNumber).path("timeline").spliterator(), false)
        .map(line -> line.path("event").asText())
        .toList();
  }
}
