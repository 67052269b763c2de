package org.aftercare.warranty;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import org.aftercare.api.FieldChecks;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;

/** The body of {@code POST /api/warranty-claims}. */
@Schema(name = "WarrantyClaimRequest", description = "A claim that something bought is defective.")
record WarrantyClaimRequest(
    @Schema(
            description = "The customer's number in the CRM.",
            example = "C-1001",
            requiredMode = RequiredMode.REQUIRED)
        String customerId,
    @Schema(description = "Left out if there is no proof of purchase.", example = "O-50001")
        String orderNumber,
    @Schema(
            description = "As it stands on the item.",
            example = "NK-RF-300-0001",
            requiredMode = RequiredMode.REQUIRED)
        String serialNumber,
    @Schema(example = "NOT_COOLING", requiredMode = RequiredMode.REQUIRED) Symptom symptom,
    @Schema(
            description = "What is wrong, in the customer's words.",
            example = "It hums but stays warm inside.",
            maxLength = FieldChecks.LONGEST_TEXT,
            requiredMode = RequiredMode.REQUIRED)
        String description,
    @Schema(
            description = "When the defect was first seen; not in the future.",
            example = "2026-11-20",
            requiredMode = RequiredMode.REQUIRED)
        LocalDate noticedOn,
    @Schema(description = "What the customer takes for the cause.", defaultValue = "UNKNOWN")
        Cause cause,
    @Schema(
            description = "Whether the customer thinks that the item is dangerous.",
            defaultValue = "false")
        Boolean dangerous,
    @Schema(description = "What the customer would like best.", defaultValue = "NONE") Wish wish,
    @Schema(description = "How the claim reached us.", defaultValue = "API") Channel channel,
    @Schema(
            description = "What the customer says about the proof of purchase.",
            maxLength = FieldChecks.LONGEST_TEXT)
        String proof) {

  NewClaim toNewClaim() {
    return new NewClaim(
        strip(customerId),
        strip(orderNumber),
        strip(serialNumber),
        symptom,
        description,
        noticedOn,
        cause == null ? Cause.UNKNOWN : cause,
        Boolean.TRUE.equals(dangerous),
        wish == null ? Wish.NONE : wish,
        channel == null ? Channel.API : channel,
        proof);
  }

  /** Blanks around a number are no part of it, and nothing else is nothing. */
  private static String strip(String number) {
    return number == null || number.isBlank() ? null : number.strip();
  }
}
