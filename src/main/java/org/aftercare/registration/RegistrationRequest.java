package org.aftercare.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import org.aftercare.api.FieldChecks;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.registration.ProductRegistration.DoneBy;

/** The body of {@code POST /api/registrations}. */
@Schema(name = "RegistrationRequest", description = "A product that its owner registers.")
record RegistrationRequest(
    @Schema(
            description = "The customer's number in the CRM.",
            example = "C-1001",
            requiredMode = RequiredMode.REQUIRED)
        String customerId,
    @Schema(
            description = "As it stands on the item.",
            example = "NK-RF-300-0001",
            requiredMode = RequiredMode.REQUIRED)
        String serialNumber,
    @Schema(description = "Left out if nobody knows it.", example = "O-50001") String orderNumber,
    @Schema(
            description = "Needed without an order number; not in the future.",
            example = "2026-11-20")
        LocalDate purchasedOn,
    @Schema(
            description = "What the customer says about the proof of purchase.",
            maxLength = FieldChecks.LONGEST_TEXT)
        String proof,
    @Schema(description = "Whether a partner handed it in; only staff may say so.")
        Boolean fromPartner,
    @Schema(description = "How the registration reached us.", defaultValue = "API")
        Channel channel) {

  NewRegistration toNewRegistration(boolean byCustomer) {
    return new NewRegistration(
        stripped(customerId),
        stripped(serialNumber),
        stripped(orderNumber),
        purchasedOn,
        proof,
        doneBy(byCustomer),
        channel == null ? Channel.API : channel);
  }

  private DoneBy doneBy(boolean byCustomer) {
    if (byCustomer) {
      return DoneBy.CUSTOMER;
    }
    return Boolean.TRUE.equals(fromPartner) ? DoneBy.PARTNER : DoneBy.STAFF;
  }

  /** Blanks around a number are no part of it, and nothing else is nothing. */
  private static String stripped(String number) {
    return number == null || number.isBlank() ? null : number.strip();
  }
}
