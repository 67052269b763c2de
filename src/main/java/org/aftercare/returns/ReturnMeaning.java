package org.aftercare.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Terms;
import org.aftercare.returns.ReturnProperties.SendingPaidBy;
import org.aftercare.systems.Money;

/**
 * What a withdrawal means for the customer.
 *
 * @param right {@code WITHDRAWAL} by law, {@code VOLUNTARY} by the policy of our stores, {@code
 *     LATE} or {@code EXCLUDED} for none, {@code WARRANTY} where a fault is put right instead
 * @param lastDay of withdrawal, in the country of the purchase; {@code null} before delivery
 * @param refund what is paid back if the goods come back as new; {@code null} without a right
 */
@Schema(name = "ReturnMeaning")
record ReturnMeaning(
    Right right,
    LocalDate lastDay,
    boolean inTime,
    LocalDate sendBackBy,
    LocalDate refundBy,
    SendingPaidBy sendingPaidBy,
    Refund refund) {

  /** {@code null} for an order that could not be looked up yet. */
  static ReturnMeaning of(ProductReturn of, SendingPaidBy sendingPaidBy) {
    if (of.terms() == null) {
      return null;
    }
    Terms terms = of.terms();
    boolean paidBack = terms.right() == Right.WITHDRAWAL || terms.right() == Right.VOLUNTARY;
    return new ReturnMeaning(
        terms.right(),
        terms.lastDay(),
        terms.inTime(),
        terms.sendBackBy(),
        terms.refundBy(),
        sendingPaidBy,
        paidBack
            ? Refund.of(of.refund() == null ? of.sumFor(of.itemsBack(), 0) : of.refund())
            : null);
  }

  /**
   * @param items for the items, the discount of a bundle that is split taken off
   * @param deduction for use beyond testing
   * @param restockingFee under the policy of our stores only
   * @param deliveryCost paid back with the whole order
   */
  @Schema(name = "ReturnRefund")
  record Refund(
      Money items, Money deduction, Money restockingFee, Money deliveryCost, Money total) {

    static Refund of(RefundSum sum) {
      return new Refund(sum.items(), sum.deduction(), sum.fee(), sum.deliveryCost(), sum.total());
    }
  }
}
