package org.aftercare.activation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.cases.ServiceCase.Channel;

/** The body of {@code POST /api/activations}. */
@Schema(name = "ActivationRequest", description = "An order of a service by the month.")
record ActivationRequest(
    @Schema(
            description = "The customer's number in the CRM.",
            example = "C-1001",
            requiredMode = RequiredMode.REQUIRED)
        String customerId,
    @Schema(
            description = "The code of the service.",
            example = "CARE-BASIC",
            requiredMode = RequiredMode.REQUIRED)
        String service,
    @Schema(
            description = "The first day of the service, within 90 days. Left out: today.",
            example = "2026-12-01")
        LocalDate startsOn,
    @Schema(description = "How the order reached us.", defaultValue = "API") Channel channel) {

  NewPlanOrder toNewOrder() {
    return new NewPlanOrder(
        Kind.ACTIVATION,
        stripped(customerId),
        stripped(service),
        startsOn,
        null,
        channel == null ? Channel.API : channel);
  }

  /** Blanks around a number are no part of it, and nothing else is nothing. */
  static String stripped(String number) {
    return number == null || number.isBlank() ? null : number.strip();
  }
}
