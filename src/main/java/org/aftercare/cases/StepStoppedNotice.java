package org.aftercare.cases;

import java.util.Map;
import org.aftercare.engine.StepStopped;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells operations of a step that has stopped, in the transaction that stops it. */
@Component
class StepStoppedNotice {

  private static final String OPERATIONS = "operations";

  private final Notifications notifications;

  StepStoppedNotice(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void on(StepStopped stopped) {
    notifications.tell(
        new Notice(
            "%s/stopped/%s/%s".formatted(stopped.caseNumber(), stopped.incidentId(), OPERATIONS),
            stopped.caseNumber(),
            new Recipient.ToTeam(OPERATIONS),
            "case.step-stopped",
            Map.of("step", stopped.step(), "problem", stopped.problem())));
  }
}
