package org.aftercare.registration;

import java.time.LocalDate;
import org.aftercare.cases.ServiceCase;
import org.aftercare.registration.ProductRegistration.DoneBy;

/**
 * A registration as its customer and staff see it.
 *
 * @param outcome how it ended, or {@code null} while it runs
 * @param product what it is, or {@code null} while nobody knows
 * @param doneBy who registered it
 * @param registered whether it is registered
 * @param legalUntil the last day of the legal guarantee, or {@code null} while it is not known
 * @param commercialUntil the last day of the commercial guarantee, or {@code null} without one
 */
record RegistrationView(
    String caseNumber,
    String customerId,
    ServiceCase.Status status,
    String outcome,
    String serialNumber,
    String orderNumber,
    String product,
    LocalDate purchasedOn,
    DoneBy doneBy,
    boolean registered,
    LocalDate legalUntil,
    LocalDate commercialUntil) {

  static RegistrationView of(ServiceCase of, ProductRegistration registration) {
    return new RegistrationView(
        of.caseNumber(),
        of.customerId(),
        of.status(),
        of.outcome(),
        registration.serialNumber(),
        registration.orderNumber(),
        registration.item().product(),
        registration.purchasedOn(),
        registration.doneBy(),
        registration.isRegistered(),
        registration.legalUntil(),
        registration.item().commercialUntil());
  }
}
