package org.aftercare.activation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.cases.ServiceCase.Channel;

/** The body of {@code POST /api/upgrades}. */
@Schema(name = "UpgradeRequest", description = "An order of a higher plan, from today on.")
record UpgradeRequest(
    @Schema(
            description = "The customer's number in the CRM.",
            example = "C-1002",
            requiredMode = RequiredMode.REQUIRED)
        String customerId,
    @Schema(
            description = "The number of the subscription that is to be upgraded.",
            example = "SUB-1001",
            requiredMode = RequiredMode.REQUIRED)
        String subscription,
    @Schema(
            description = "The code of the higher plan.",
            example = "CARE-PLUS",
            requiredMode = RequiredMode.REQUIRED)
        String plan,
    @Schema(description = "How the order reached us.", defaultValue = "API") Channel channel) {

  NewPlanOrder toNewOrder() {
    return new NewPlanOrder(
        Kind.UPGRADE,
        ActivationRequest.stripped(customerId),
        ActivationRequest.stripped(plan),
        null,
        ActivationRequest.stripped(subscription),
        channel == null ? Channel.API : channel);
  }
}
