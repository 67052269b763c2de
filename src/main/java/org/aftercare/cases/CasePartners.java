package org.aftercare.cases;

import java.util.Map;

/** What a flow tells suppliers and shippers of its cases. Each flow implements it once. */
public interface CasePartners {

  /** The flow's name as its cases carry it, for example {@code warranty-claim}. */
  String flow();

  /**
   * The partner who plays that role in the case: an id of the configuration.
   *
   * @param template what it is to be told, such as {@code supplier.part-order}: the supplier of a
   *     part may be another than that of the product
   */
  String partner(String caseNumber, Role role, String template);

  /**
   * The fields that a wording may tell a partner, and nothing else.
   *
   * @param template such as {@code supplier.part-order}
   */
  Map<String, String> fields(String caseNumber, String template);

  enum Role {
    SUPPLIER,
    SHIPPER
  }
}
