package org.aftercare.deferral;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.aftercare.systems.Money;

/** What can be had for an invoice, and at what cost, before anything is asked for. */
@Schema(name = "DeferralEligibility")
record EligibilityView(
    String invoiceNumber,
    Money balance,
    LocalDate dueOn,
    @Schema(description = "Whether a later payment can be had at all, by itself or by a person.")
        boolean eligible,
    @Schema(
            description =
                "What a request leads to: APPROVE, REFER to a person, REFUSE with review by a"
                    + " person, DISPUTE to be settled first, CLOSE because nothing is due.")
        String decision,
    @Schema(description = "Why, as a stable code.", example = "IN_ORDER") String reason,
    @Schema(description = "Why, in the language of Accept-Language.") String explanation,
    @Schema(description = "The earliest day that can be asked for.") LocalDate earliest,
    @Schema(description = "The latest day that is approved without a person.") LocalDate latest,
    @Schema(description = "The latest day that a person may grant.") LocalDate latestByPerson,
    @Schema(description = "The most instalments that a person may grant.") int instalmentsByPerson,
    @Schema(description = "What the deferral costs.") Money fee,
    @Schema(description = "Interest a year for the time of the deferral, in per cent.")
        BigDecimal interestPercent,
    @Schema(description = "What a reminder may cost if the invoice is not paid then.")
        Money reminderFee) {

  static EligibilityView of(Eligibility found, String explanation) {
    return new EligibilityView(
        found.invoice().invoiceNumber(),
        found.invoice().balance(),
        found.invoice().dueDate(),
        found.eligible(),
        found.decision(),
        found.finding(),
        explanation,
        found.earliest(),
        found.latest(),
        found.latestByPerson(),
        found.instalmentsByPerson(),
        found.fee(),
        found.interestPercent(),
        found.reminderFee());
  }
}
