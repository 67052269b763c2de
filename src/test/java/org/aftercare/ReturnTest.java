package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Returns as their people live them, over HTTP, with the sandbox's systems. */
class ReturnTest extends ProductWithSandbox {

  private static final Duration LONG = Duration.ofMinutes(2);

  @Autowired private HistoryService history;
  @Autowired private JdbcClient jdbc;

  @Test
  void aDefectiveItemIsRepairedUnderTheNumberOfItsReturn() {
    Map<String, Object> fault = company.claim("O-53013", "NOISE");
    ResponseEntity<JsonNode> declared =
        company.command(
            "/api/returns",
            UUID.randomUUID().toString(),
            Map.of(
                "customerId", fault.get("customerId"),
                "orderNumber", fault.get("orderNumber"),
                "serialNumbers", List.of(fault.get("serialNumber")),
                "reason", "DEFECTIVE",
                "symptom", fault.get("symptom"),
                "noticedOn", fault.get("noticedOn"),
                "description", fault.get("description")));
    assertThat(declared.getStatusCode().value()).as("%s", declared.getBody()).isEqualTo(201);
    String caseNumber = declared.getBody().path("caseNumber").asText();
    assertThat(caseNumber).startsWith("R-");
    assertThat(declared.getBody().at("/meaning/right").asText()).isEqualTo("WARRANTY");
    company.command(
        declared.getBody().at("/next/href").asText(), UUID.randomUUID().toString(), null);

    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              company.play(caseNumber);
              return company.closed(caseNumber);
            });

    JsonNode ended = company.caseOf(caseNumber);
    assertThat(ended.path("flow").asText()).isEqualTo("warranty-claim");
    assertThat(ended.path("outcome").asText()).isEqualTo("REPAIRED");
    assertThat(events(ended))
        .as("one history")
        .containsSubsequence(
            "returns.confirmed",
            "returns.receipt",
            "returns.handed-to-warranty",
            "warranty.covered",
            "case.closed")
        .doesNotContain("returns.label", "returns.closed");
    assertThat(company.read("/api/returns/" + caseNumber).path("handedOnTo").asText())
        .isEqualTo("warranty-claim");
    JsonNode claim = company.read("/api/warranty-claims/" + caseNumber);
    assertThat(claim.path("orderNumber").asText()).isEqualTo(fault.get("orderNumber"));
    assertThat(claim.toString())
        .contains(fault.get("serialNumber").toString(), fault.get("noticedOn").toString());
    assertThat(company.casesOf(fault.get("customerId")))
        .extracting(of -> of.path("caseNumber").asText())
        .as("one case")
        .containsOnlyOnce(caseNumber);
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "parts reserve-part",
            "shipping ship",
            "shipping ship",
            "contracts extend-guarantee",
            "accounting recover refused",
            "crm file-outcome");
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .filter(process -> process.getSuperProcessInstanceId() == null)
                .map(HistoricProcessInstance::getProcessDefinitionKey))
        .as("the return's process ended as the claim's began")
        .containsExactlyInAnyOrder("product-return", "warranty-claim");
  }

  @Test
  void theUndisputedPartIsPaidAtOnceAndTheRestAfterASecondLook() {
    String caseNumber = company.withdraw("O-53017");
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              company.play(caseNumber, "ReceiveGoods");
              return company.done(
                  caseNumber,
                  "ReceiveGoods",
                  Map.of(
                      "grade", "C",
                      "lossPercent", 20,
                      "serialNumbers", "MATCH",
                      "accessories", "COMPLETE",
                      "weightDeviation", 0));
            });
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              company.play(caseNumber);
              // It can be disputed from its message on, which comes before the payment.
              return !paidBack(caseNumber).isEmpty()
                  && company.caseOf(caseNumber).path("openQuestions").toString().contains("APPEAL");
            });
    assertThat(paidBack(caseNumber))
        .as("all but the deduction, before anybody disputes it")
        .containsExactly(new BigDecimal("3648.00"));

    company.answer(caseNumber, "APPEAL", "APPEALED");
    Awaitility.await()
        .atMost(LONG)
        .until(() -> company.done(caseNumber, "InspectAgain", Map.of("payout", "FULL")));
    Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              company.play(caseNumber);
              return company.closed(caseNumber);
            });

    assertThat(paidBack(caseNumber))
        .as("together the price and its delivery")
        .containsExactly(new BigDecimal("3648.00"), new BigDecimal("898.00"));
    assertThat(events(company.caseOf(caseNumber)))
        .containsSubsequence(
            "returns.deduction",
            "warranty.paid-back",
            "returns.inspected",
            "warranty.paid-back",
            "case.closed");
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "shipping ship", "billing refund", "billing refund", "crm file-outcome");
  }

  private List<BigDecimal> paidBack(String caseNumber) {
    return jdbc
        .sql(
            "select amount from case_commitment where case_number = ? and kind = 'REFUND'"
                + " and state = 'STANDS' order by ordinal")
        .param(caseNumber)
        .query(BigDecimal.class)
        .list()
        .stream()
        .map(amount -> amount.setScale(2))
        .toList();
  }

  private static List<String> events(JsonNode shown) {
    return StreamSupport.stream(shown.path("timeline").spliterator(), false)
        .map(line -> line.path("event").asText())
        .toList();
  }
}
