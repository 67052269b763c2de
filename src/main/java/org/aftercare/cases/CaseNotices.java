package org.aftercare.cases;

import java.util.HashMap;
import java.util.Map;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.springframework.stereotype.Component;

/** Tells the people and partners of a case what its flow wants them to know. */
@Component
class CaseNotices {

  private static final String TEAM = "team:";

  private final CaseFlows flows;
  private final Cases cases;
  private final Notifications notifications;

  CaseNotices(CaseFlows flows, Cases cases, Notifications notifications) {
    this.flows = flows;
    this.cases = cases;
    this.notifications = notifications;
  }

  /**
   * Writes the notice in the caller's transaction.
   *
   * @param occasion names this one time that the step is taken, so that the same words can be said
   *     again later
   */
  void tell(String caseNumber, String occasion, Message message) {
    ServiceCase about = flows.require(caseNumber);
    Notice notice =
        new Notice(
            about.caseNumber() + "/" + occasion + "/" + message.to(),
            about.caseNumber(),
            recipient(about, message),
            message.template(),
            facts(about, message));
    notifications.tell(message.urgent() ? notice.asUrgent() : notice);
    if (message.timeline() != null) {
      cases.record(about.caseNumber(), message.timeline(), message.facts());
    }
  }

  private Map<String, String> facts(ServiceCase about, Message message) {
    if (role(message.to()) != null) {
      return flows.partnersOf(about).fields(about.caseNumber(), message.template());
    }
    Map<String, String> facts = new HashMap<>(flows.flowOf(about).facts(about.caseNumber()));
    facts.put("caseNumber", about.caseNumber());
    facts.putAll(message.facts());
    return facts;
  }

  private Recipient recipient(ServiceCase about, Message message) {
    String to = message.to();
    CasePartners.Role role = role(to);
    if (role != null) {
      return new Recipient.ToPartner(
          flows.partnersOf(about).partner(about.caseNumber(), role, message.template()));
    } else if ("customer".equals(to)) {
      return new Recipient.ToCustomer(about.customerId());
    } else if (to.startsWith(TEAM)) {
      return new Recipient.ToTeam(to.substring(TEAM.length()));
    }
    throw new IllegalArgumentException(
        "'%s' is nobody; use customer, supplier, shipper or team:<group>.".formatted(to));
  }

  private static CasePartners.Role role(String to) {
    return switch (to) {
      case "supplier" -> CasePartners.Role.SUPPLIER;
      case "shipper" -> CasePartners.Role.SHIPPER;
      default -> null;
    };
  }

  /**
   * @param to {@code customer}, {@code supplier}, {@code shipper} or {@code team:<group>}
   * @param timeline the event that the timeline keeps of it, or {@code null}
   * @param urgent whether it goes out in quiet hours too
   * @param facts codes and days that the wording and the timeline may name beside the flow's facts
   */
  record Message(
      String to, String template, String timeline, boolean urgent, Map<String, String> facts) {

    Message {
      facts = Map.copyOf(facts);
    }
  }
}
