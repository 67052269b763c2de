package org.aftercare.cases;

import java.util.Map;
import org.aftercare.engine.AwaitedMessages;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.springframework.stereotype.Component;

/** A person takes a case over from the automation and gives it back, or closes it. */
@Component
class HandOver {

  private final Cases cases;
  private final Inbox inbox;
  private final AwaitedMessages awaited;

  HandOver(Cases cases, Inbox inbox, AwaitedMessages awaited) {
    this.cases = cases;
    this.inbox = inbox;
    this.awaited = awaited;
  }

  void begin(String caseNumber) {
    cases.status(caseNumber, ServiceCase.Status.WITH_PERSON);
    cases.record(caseNumber, "case.with-person", Map.of());
  }

  /** The automation goes on where it stood, with what the person has written in the notes. */
  void giveBack(String caseNumber) {
    cases.status(
        caseNumber,
        cases.awaitsCustomer(caseNumber)
            ? ServiceCase.Status.WAITING_FOR_CUSTOMER
            : ServiceCase.Status.OPEN);
    cases.record(caseNumber, "case.handed-back", Map.of());
  }

  /**
   * The person closes the case. By a message and not at once: it waits for a step that has asked
   * another system for something and has not heard of it. A case that has closed by itself
   * meanwhile may have nothing left to end.
   *
   * @param handOver which hand-over of the case ends
   */
  void close(String caseNumber, String handOver) {
    boolean closed = cases.find(caseNumber).filter(of -> of.closedAt() != null).isPresent();
    if (closed && !awaited.of(caseNumber).contains(CaseMessages.CLOSED_BY_PERSON)) {
      return;
    }
    inbox.accept(
        new InboundMessage("desk", handOver, CaseMessages.CLOSED_BY_PERSON, caseNumber, Map.of()));
  }
}
