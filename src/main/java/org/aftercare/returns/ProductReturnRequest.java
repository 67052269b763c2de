package org.aftercare.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import java.util.List;
import org.aftercare.api.FieldChecks;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.returns.NewReturn.Symptom;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.Wish;

/** The body of {@code POST /api/returns}. */
@Schema(
    name = "ProductReturnRequest",
    description = "A withdrawal from the purchase of an order or of some of its items.")
record ProductReturnRequest(
    @Schema(
            description = "The customer's number in the CRM.",
            example = "C-1001",
            requiredMode = RequiredMode.REQUIRED)
        String customerId,
    @Schema(example = "O-53001", requiredMode = RequiredMode.REQUIRED) String orderNumber,
    @Schema(
            description = "Of the items that go back; left out, the whole order goes back.",
            example = "[\"GL-MW-20-0001\"]")
        List<String> serialNumbers,
    @Schema(
            description =
                "Nobody has to give one. DEFECTIVE asks for the fault to be put right, which goes on as a warranty claim.",
            defaultValue = "NOT_STATED")
        Reason reason,
    @Schema(description = "What the customer would like for it.", defaultValue = "REFUND")
        Wish wish,
    @Schema(description = "The fault; needed with the reason DEFECTIVE.", example = "NO_POWER")
        Symptom symptom,
    @Schema(description = "When the fault was first seen; not in the future.") LocalDate noticedOn,
    @Schema(
            description = "Anything that the customer wants to say.",
            maxLength = FieldChecks.LONGEST_TEXT)
        String description,
    @Schema(description = "How the withdrawal reached us.", defaultValue = "API") Channel channel) {

  NewReturn toNewReturn() {
    return new NewReturn(
        strip(customerId),
        strip(orderNumber),
        serialNumbers == null
            ? List.of()
            : serialNumbers.stream().map(serial -> serial == null ? "" : serial.strip()).toList(),
        reason == null ? Reason.NOT_STATED : reason,
        wish == null ? Wish.REFUND : wish,
        symptom,
        noticedOn,
        description,
        channel == null ? Channel.API : channel);
  }

  /** Blanks around a number are no part of it, and nothing else is nothing. */
  private static String strip(String number) {
    return number == null || number.isBlank() ? null : number.strip();
  }
}
