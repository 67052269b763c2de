package org.aftercare.deferral;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.aftercare.api.FieldChecks;

/** The body of {@code POST /api/deferrals/{caseNumber}/offer}. */
@Schema(name = "DeferralOfferAnswer")
record OfferAnswer(
    @Schema(
            description = "ACCEPT or DECLINE.",
            example = "ACCEPT",
            requiredMode = RequiredMode.REQUIRED)
        Choice answer,
    @Schema(description = "What the customer adds.", maxLength = FieldChecks.LONGEST_TEXT)
        String text) {

  enum Choice {
    ACCEPT,
    DECLINE
  }
}
