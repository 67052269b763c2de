package org.aftercare.deferral;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** The body of {@code POST /api/deferrals/{caseNumber}/offer}. */
@Schema(name = "DeferralOfferAnswer")
record OfferAnswer(
    @Schema(
            description = "ACCEPT or DECLINE.",
            example = "ACCEPT",
            requiredMode = RequiredMode.REQUIRED)
        Choice answer,
    @Schema(description = "What the customer adds.", maxLength = NewDeferral.LONGEST_TEXT)
        String text) {

  enum Choice {
    ACCEPT,
    DECLINE
  }
}
