package org.aftercare.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.notifications.Wordings;
import org.springframework.stereotype.Component;

/** Tells the people and partners of a case what its flow wants them to know. */
@Component
class CaseNotices {

  private static final String CUSTOMER = "customer";
  private static final String TEAM = "team:";

  private final CaseFlows flows;
  private final Cases cases;
  private final Notifications notifications;
  private final Wordings wordings;

  CaseNotices(CaseFlows flows, Cases cases, Notifications notifications, Wordings wordings) {
    this.flows = flows;
    this.cases = cases;
    this.notifications = notifications;
    this.wordings = wordings;
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
    message
        .event()
        .filter(event -> wordings.has("timeline." + event))
        .ifPresent(event -> cases.record(about.caseNumber(), event, message.facts()));
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
    } else if (CUSTOMER.equals(to)) {
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
   * @param timeline the event that the timeline keeps of it; {@code null} for the template's name
   *     if it goes to the customer, and otherwise for none. An event that the bundles have no words
   *     for is not kept
   * @param urgent whether it goes out in quiet hours too
   * @param facts codes and days that the wording and the timeline may name beside the flow's facts
   */
  record Message(
      String to, String template, String timeline, boolean urgent, Map<String, String> facts) {

    Message {
      facts = Map.copyOf(facts);
    }

    Optional<String> event() {
      return Optional.ofNullable(timeline)
          .or(() -> Optional.of(template).filter(name -> to.equals(CUSTOMER)));
    }
  }
}
