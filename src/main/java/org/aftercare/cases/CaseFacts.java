package org.aftercare.cases;

import java.util.List;

/** What a flow shows of its cases to staff, beside what every case has. */
public interface CaseFacts {

  /** The flow's name as its cases carry it, for example {@code warranty-claim}. */
  String flow();

  /** In the order in which they are shown; facts that are not known are left out. */
  List<Fact> of(String caseNumber);

  /**
   * @param label a message bundle key such as {@code warranty.fact.serial-number}
   * @param value as the wordings of messages take it: dates and instants as ISO-8601, amounts as
   *     {@code 199.00 EUR}, codes in capitals; may be personal data
   */
  record Fact(String label, String value) {}
}
