package org.aftercare.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what the flow of a case has to say about it. */
@Component
class CaseFlows {

  private final Cases cases;
  private final Map<String, CaseFlow> flows;
  private final Map<String, CasePartners> partners;

  CaseFlows(Cases cases, List<CaseFlow> flows, List<CasePartners> partners) {
    this.cases = cases;
    this.flows = byFlow(flows, CaseFlow::flow);
    this.partners = byFlow(partners, CasePartners::flow);
  }

  private static <T> Map<String, T> byFlow(Collection<T> all, Function<T, String> flow) {
    return all.stream().collect(Collectors.toUnmodifiableMap(flow, Function.identity()));
  }

  CaseFlow flowOf(ServiceCase of) {
    return require(flows, of);
  }

  CasePartners partnersOf(ServiceCase of) {
    return require(partners, of);
  }

  ServiceCase require(String caseNumber) {
    return cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
  }

  private static <T> T require(Map<String, T> all, ServiceCase of) {
    T found = all.get(of.flow());
    if (found == null) {
      throw new IllegalStateException(
          "The flow %s of case %s tells nothing of its cases."
              .formatted(of.flow(), of.caseNumber()));
    }
    return found;
  }
}
