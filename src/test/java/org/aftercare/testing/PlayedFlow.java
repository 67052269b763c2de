package org.aftercare.testing;

import java.util.Map;
import org.aftercare.cases.CaseFlow;

/**
 * A flow of which nothing is known but its name, and whose cases may always be cancelled.
 *
 * @param flow the key of its process
 */
public record PlayedFlow(String flow) implements CaseFlow {

  @Override
  public Map<String, String> facts(String caseNumber) {
    return Map.of();
  }

  @Override
  public boolean mayCancel(String caseNumber) {
    return true;
  }
}
