package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Orders of the sandbox's page lead where the page says: what is read there is tried by people who
 * see the product for the first time.
 */
class SandboxOrdersTest extends ProductWithSandbox {

  @Test
  void aFreezerOnSvalbardHasItsVisitArrangedOrGoesToTheWorkshop() {
    String caseNumber = company.post("O-50022", "NOT_COOLING");
    playUntilDone(caseNumber, "ArrangeVisit", Map.of("visit", "NO_SLOT"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !company.open("shipments", caseNumber).isEmpty());
  }

  @Test
  void anUnknownAddressIsClarifiedBeforeThePickUp() {
    String caseNumber = company.post("O-50023", "LEAKING");
    playUntilDone(caseNumber, "ClarifyPickUpAddress", Map.of("address", "CONFIRMED"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> company.asks(caseNumber, "ClarifyPickUpAddress"));
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "parts reserve-part", "shipping ship refused", "shipping ship refused");
  }

  @Test
  void aRepairOutOfTwoYearsIsPaidByTheCustomer() {
    String caseNumber = company.post("O-50036", "LEAKING");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              company.play(caseNumber, "InvoicePaid");
              return !company.open("invoices", caseNumber).isEmpty();
            });
  }

  @Test
  void aRecalledItemIsPaidBack() {
    String caseNumber = company.post("O-50020", "NO_POWER");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              company.play(caseNumber);
              return company.closed(caseNumber);
            });
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("REFUNDED");
  }

  private void playUntilDone(String caseNumber, String task, Map<String, Object> decision) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              company.play(caseNumber, task);
              return company.done(caseNumber, task, decision);
            });
  }
}
