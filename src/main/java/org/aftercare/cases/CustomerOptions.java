package org.aftercare.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a customer can do in a case now, as its flow sees it. */
@Component
class CustomerOptions {

  private final Map<String, CaseFlow> flows;

  CustomerOptions(List<CaseFlow> flows) {
    this.flows = flows.stream().collect(Collectors.toMap(CaseFlow::flow, Function.identity()));
  }

  /** Nothing can be taken back from a flow that is not there any more. */
  boolean mayCancel(ServiceCase of) {
    return flow(of).map(flow -> flow.mayCancel(of.caseNumber())).orElse(false);
  }

  /**
   * Takes the case back, as far as its flow has to know of it at once.
   *
   * @return {@code false} if it is too late by now
   */
  boolean cancel(ServiceCase of) {
    return flow(of).map(flow -> flow.cancel(of.caseNumber())).orElse(false);
  }

  boolean asksHowItWent(ServiceCase of) {
    return flow(of).map(flow -> flow.asksHowItWent(of.outcome())).orElse(true);
  }

  Set<String> answers(ServiceCase of, CustomerQuestion question) {
    return flow(of)
        .map(flow -> flow.answers(of.caseNumber(), question))
        .orElseGet(question::answers);
  }

  private Optional<CaseFlow> flow(ServiceCase of) {
    return Optional.ofNullable(flows.get(of.flow()));
  }
}
