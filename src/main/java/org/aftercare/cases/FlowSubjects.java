package org.aftercare.cases;

import java.util.Optional;
import org.aftercare.engine.CaseSubjects;
import org.springframework.stereotype.Component;

/** Says for task lists what the flow of a case says that it is about. */
@Component
class FlowSubjects implements CaseSubjects {

  private final Cases cases;
  private final CaseFlows flows;

  FlowSubjects(Cases cases, CaseFlows flows) {
    this.cases = cases;
    this.flows = flows;
  }

  @Override
  public Optional<String> of(String caseNumber) {
    return cases.find(caseNumber).flatMap(of -> flows.flowOf(of).subject(of.caseNumber()));
  }
}
