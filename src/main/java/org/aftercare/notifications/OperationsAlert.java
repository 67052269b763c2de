package org.aftercare.notifications;

import java.util.Map;
import org.aftercare.notifications.Recipient.ToTeam;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells operations of what could not be delivered, in the transaction that gives it up. */
@Component
class OperationsAlert {

  static final String TEMPLATE = "notifications.undelivered";

  static final String ID_PREFIX = "undelivered/";

  static final String OPERATIONS = "operations";

  private final Notifications notifications;

  OperationsAlert(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void on(NoticeUndelivered event) {
    // An alert that fails must not raise another; a digest has no case, and its notices stay
    // in-app.
    if (event.template().equals(TEMPLATE) || event.caseNumber() == null) {
      return;
    }
    notifications.tell(
        new Notice(
            "%s%s/%s/%s"
                .formatted(
                    ID_PREFIX,
                    event.noticeId(),
                    event.recipient(),
                    event.channel() == null ? "-" : event.channel()),
            event.caseNumber(),
            new ToTeam(OPERATIONS),
            TEMPLATE,
            Map.of(
                "recipient", event.recipient(),
                "channel", event.channel() == null ? "NONE" : event.channel().name(),
                "failure", event.failure())));
  }
}
