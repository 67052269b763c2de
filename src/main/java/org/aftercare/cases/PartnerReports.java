package org.aftercare.cases;

import java.util.Map;
import org.aftercare.engine.MessageReported;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells in a case's timeline what partners report and no process awaits. */
@Component
class PartnerReports {

  /** What is told of which message. */
  private static final Map<String, String> TOLD =
      Map.of("ShipmentPickedUp", "case.shipment-picked-up");

  private final Cases cases;

  PartnerReports(Cases cases) {
    this.cases = cases;
  }

  /** In the transaction that takes the message in. */
  @EventListener
  void on(MessageReported reported) {
    String event = TOLD.get(reported.message().name());
    String caseNumber = reported.message().caseNumber();
    // A partner may name a case that is not ours; it is kept in the inbox, but nobody is told.
    if (event != null && cases.find(caseNumber).isPresent()) {
      cases.record(caseNumber, event, Map.of());
    }
  }
}
