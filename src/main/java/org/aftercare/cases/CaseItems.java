package org.aftercare.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the item that a case is about, whatever flow it belongs to. */
@Component
public class CaseItems {

  private final Cases cases;
  private final Map<String, ServiceItems> items;

  CaseItems(Cases cases, List<ServiceItems> items) {
    this.cases = cases;
    this.items =
        items.stream()
            .collect(Collectors.toUnmodifiableMap(ServiceItems::flow, Function.identity()));
  }

  /**
   * @throws UnknownCaseException if there is no such case
   * @throws IllegalStateException if its flow has no items, or the item is not known yet
   */
  public ServiceItem of(String caseNumber) {
    ServiceCase of = require(caseNumber);
    return flowOf(of).of(of.caseNumber());
  }

  /**
   * What the case's flow has decided to pay back.
   *
   * @throws UnknownCaseException if there is no such case
   * @throws IllegalStateException if its flow has no items, or that is not decided yet
   */
  public RefundDue refundDue(String caseNumber) {
    ServiceCase of = require(caseNumber);
    return flowOf(of).refundDue(of.caseNumber());
  }

  private ServiceCase require(String caseNumber) {
    return cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
  }

  private ServiceItems flowOf(ServiceCase of) {
    ServiceItems flow = items.get(of.flow());
    if (flow == null) {
      throw new IllegalStateException(
          "The flow %s of case %s has no items.".formatted(of.flow(), of.caseNumber()));
    }
    return flow;
  }
}
