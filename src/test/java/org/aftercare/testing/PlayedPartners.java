package org.aftercare.testing;

import java.util.Map;
import org.aftercare.cases.CasePartners;

/**
 * The partners of every case of a flow, who are told its number only.
 *
 * @param flow the key of its process
 * @param supplier who supplies
 * @param shipper who transports
 */
public record PlayedPartners(String flow, String supplier, String shipper) implements CasePartners {

  @Override
  public String partner(String caseNumber, Role role, String template) {
    return role == Role.SUPPLIER ? supplier : shipper;
  }

  @Override
  public Map<String, String> fields(String caseNumber, String template) {
    return Map.of("caseNumber", caseNumber);
  }
}
