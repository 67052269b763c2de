package org.aftercare.deferral;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import org.aftercare.api.FieldChecks;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.deferral.PaymentDeferral.Circumstance;

/** The body of {@code POST /api/deferrals}. */
@Schema(name = "DeferralRequest", description = "A request to pay an invoice later.")
record DeferralRequest(
    @Schema(
            description = "The customer's number in the CRM.",
            example = "C-1001",
            requiredMode = RequiredMode.REQUIRED)
        String customerId,
    @Schema(
            description = "As it stands on the invoice.",
            example = "I-70001",
            requiredMode = RequiredMode.REQUIRED)
        String invoiceNumber,
    @Schema(
            description =
                "The day on which it shall be paid. Left out for instalments, and where somebody in"
                    + " trouble leaves it to us.",
            example = "2026-12-20")
        LocalDate payOn,
    @Schema(
            description = "In how many instalments it shall be paid; a person decides on them.",
            minimum = "2",
            maximum = "12")
        Integer instalments,
    @Schema(description = "What makes it a matter for a person at once.", defaultValue = "NONE")
        Circumstance circumstance,
    @Schema(
            description = "What the customer adds in their own words; only staff read it.",
            maxLength = FieldChecks.LONGEST_TEXT)
        String text,
    @Schema(description = "How the request reached us.", defaultValue = "API") Channel channel) {

  NewDeferral toNewDeferral() {
    return new NewDeferral(
        strip(customerId),
        strip(invoiceNumber),
        payOn,
        instalments == null ? 0 : instalments,
        circumstance == null ? Circumstance.NONE : circumstance,
        text,
        channel == null ? Channel.API : channel);
  }

  /** Blanks around a number are no part of it, and nothing else is nothing. */
  private static String strip(String number) {
    return number == null || number.isBlank() ? null : number.strip();
  }
}
