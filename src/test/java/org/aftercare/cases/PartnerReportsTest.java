package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.Map;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.MessageReported;
import org.junit.jupiter.api.Test;

class PartnerReportsTest {

  private final CasesDatabase database =
      new CasesDatabase(new MovableClock(Instant.parse("2026-11-02T10:00:00Z")));
  private final PartnerReports reports = new PartnerReports(database.cases);

  @Test
  void theTimelineTellsThatTheCarrierHasBeenThere() {
    String number = database.openWarrantyCase("C-1001").caseNumber();

    reports.on(reported("ShipmentPickedUp", number));

    assertThat(database.cases.timeline(number))
        .extracting(Cases.TimelineEntry::event)
        .contains("case.shipment-picked-up");
  }

  @Test
  void whatNobodyTellsOrIsNotOursLeavesNoTrace() {
    String number = database.openWarrantyCase("C-1001").caseNumber();
    int before = database.cases.timeline(number).size();

    reports.on(reported("SomethingElse", number));

    assertThat(database.cases.timeline(number)).hasSize(before);
    assertThatCode(() -> reports.on(reported("ShipmentPickedUp", "W-2222-2222")))
        .doesNotThrowAnyException();
  }

  private static MessageReported reported(String message, String caseNumber) {
    return new MessageReported(
        new InboundMessage("shipping", "msg_1", message, caseNumber, Map.of("shipmentId", "S-1")));
  }
}
