package org.aftercare.cases;

import java.util.Map;
import org.springframework.stereotype.Component;

/** A person takes a case over from the automation and gives it back, or closes it. */
@Component
class HandOver {

  private final Cases cases;

  HandOver(Cases cases) {
    this.cases = cases;
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
}
