package org.aftercare.cases;

import java.time.LocalDate;

/**
 * Takes over a case of another flow when it turns out that the customer wants a fault put right.
 * The flow that puts faults right implements it.
 */
public interface DefectIntake {

  /**
   * Makes the case one of that flow and starts its process, in the caller's transaction. Number,
   * timeline, notes and photos stay: nobody asks the customer again.
   */
  void takeOver(Defect defect);

  /**
   * What the customer has said already.
   *
   * @param country ISO 3166 alpha-2
   * @param symptom as the parts catalogue names faults, for example {@code NO_POWER}
   * @param noticedOn when it was first seen, or {@code null} if the customer has not said
   * @param reportedOn when it was reported, in the country's time zone
   * @param replacementWished whether the customer would like another item best
   */
  record Defect(
      String caseNumber,
      String customerId,
      String country,
      String orderNumber,
      String serialNumber,
      String symptom,
      LocalDate noticedOn,
      LocalDate reportedOn,
      boolean replacementWished) {}
}
