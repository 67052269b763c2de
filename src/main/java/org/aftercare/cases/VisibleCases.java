package org.aftercare.cases;

import java.util.function.Supplier;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.ProblemException;
import org.springframework.stereotype.Component;

/** The cases that whoever asks may see. */
@Component
public class VisibleCases {

  private final Cases cases;
  private final CurrentCaller caller;

  VisibleCases(Cases cases, CurrentCaller caller) {
    this.cases = cases;
    this.caller = caller;
  }

  /**
   * The case of that number, if it is one of the flow.
   *
   * @param flow key of the flow's process
   * @param what the flow's cases are, such as {@code warranty claim}
   * @throws ProblemException 404 if there is none for whoever asks
   */
  public ServiceCase require(String caseNumber, String flow, String what) {
    Supplier<ProblemException> notFound = () -> ProblemException.notFound(what);
    ServiceCase found =
        cases.find(caseNumber).filter(of -> of.flow().equals(flow)).orElseThrow(notFound);
    caller.requireMaySee(found.customerId(), notFound);
    return found;
  }
}
