package org.aftercare.fulfilment;

import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.UnknownCaseException;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Crm.Filed;
import org.aftercare.systems.Crm.Outcome;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files with the customer register how cases ended, whatever flow they belong to. */
@Service
public class OutcomeFiling {

  private final Cases cases;
  private final Crm crm;
  private final RemoteSteps remote;

  public OutcomeFiling(Cases cases, Crm crm, RemoteSteps remote) {
    this.cases = cases;
    this.crm = crm;
    this.remote = remote;
  }

  /**
   * @param outcome a code of the case's flow
   * @throws UnknownCaseException if there is no such case
   */
  @Transactional
  public void file(StepKey step, String caseNumber, String outcome) {
    ServiceCase of = cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
    Outcome filed = new Outcome(of.customerId(), of.caseNumber(), of.flow(), outcome);
    remote
        .once(step, Filed.class, key -> crm.fileOutcome(key, filed), crm::findFiled)
        .fold(
            done -> done,
            refusal -> {
              throw new UnforeseenRefusalException("crm", refusal);
            });
  }
}
