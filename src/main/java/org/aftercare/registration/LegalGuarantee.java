package org.aftercare.registration;

import java.time.LocalDate;
import org.aftercare.registration.ProductRegistration.Item;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** How long the seller answers for an item by law, from the very table that decides on claims. */
@Component
class LegalGuarantee {

  private static final String PERIODS = "warranty-period";

  private final DecisionService decisions;

  LegalGuarantee(DecisionService decisions) {
    this.decisions = decisions;
  }

  /**
   * The last day of the complaint period: counted from delivery, or from the purchase while nobody
   * knows of a delivery, and lengthened by what a repair has added.
   */
  LocalDate until(String country, LocalDate purchasedOn, Item item) {
    LocalDate from = item.deliveredOn() == null ? purchasedOn : item.deliveredOn();
    Integer months =
        decisions
            .evaluateDecisionTableByKey(
                PERIODS,
                Variables.putValue("country", country)
                    .putValue("purchasedOn", purchasedOn.toString())
                    .putValue("meantToLast", item.meantToLast()))
            .getSingleResult()
            .getEntry("complaintMonths");
    return from.plusMonths(months).plusMonths(item.extendedMonths());
  }
}
