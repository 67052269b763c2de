package org.aftercare.deferral;

import java.util.Map;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.Cases;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells collections that they need not keep back reminders by hand any more. They are asked to
 * while billing does not answer, and hear of every agreement; what ends without one, whichever way,
 * they would not hear of.
 */
@Component
class RemindersByHand {

  /** The customer is told in the same breath in which collections are asked. */
  private static final String ASKED = "deferral.provisional";

  private static final String TEAM = "collections";
  private static final String TEMPLATE = "deferral.team-ended";

  private final Deferrals deferrals;
  private final Cases cases;
  private final Notifications notifications;

  RemindersByHand(Deferrals deferrals, Cases cases, Notifications notifications) {
    this.deferrals = deferrals;
    this.cases = cases;
    this.notifications = notifications;
  }

  /** In the transaction that closes the case. */
  @EventListener
  void on(CaseClosed closed) {
    if (!closed.flow().equals(DeferralProcess.KEY)) {
      return;
    }
    PaymentDeferral deferral = deferrals.require(closed.caseNumber());
    boolean agreed = deferral.agreement() != null && deferral.agreement().booked();
    if (!agreed && wereAsked(closed.caseNumber())) {
      notifications.tell(
          new Notice(
              closed.caseNumber() + "/ended/" + TEAM,
              closed.caseNumber(),
              new Recipient.ToTeam(TEAM),
              TEMPLATE,
              Map.of(
                  "caseNumber", closed.caseNumber(), "invoiceNumber", deferral.invoiceNumber())));
    }
  }

  private boolean wereAsked(String caseNumber) {
    return cases.timeline(caseNumber).stream().anyMatch(line -> line.event().equals(ASKED));
  }
}
