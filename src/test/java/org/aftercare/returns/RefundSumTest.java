package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Sale;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.systems.Orders.SalesChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is paid back, as the law and the store policy have it. */
class RefundSumTest {

  private static final LocalDate NOTICE = LocalDate.of(2026, 11, 16);
  private static final ReturnItem KETTLE =
      Samples.item(Samples.KETTLE, "600.00", "BREAKFAST", "90.00");
  private static final ReturnItem TOASTER =
      Samples.item(Samples.TOASTER, "400.00", "BREAKFAST", "60.00");

  private static RefundSum sum(
      Right right, int feePercent, int lossPercent, List<ReturnItem> order, ReturnItem... back) {
    Sale sale = new Sale(SalesChannel.ONLINE, true, Samples.money("49.00"), order);
    return Samples.of(
            "R-1",
            sale,
            Samples.terms(right, NOTICE, feePercent),
            Samples.declaration(Wish.REFUND, null, Samples.KETTLE))
        .sumFor(List.of(back), lossPercent);
  }

  private static String shown(RefundSum sum) {
    return "%s %s %s %s = %s"
        .formatted(
            sum.items().amount(),
            sum.deduction().amount(),
            sum.fee().amount(),
            sum.deliveryCost().amount(),
            sum.total().amount());
  }

  @Test
  void theWholeOrderGoesBackWithItsDelivery() {
    assertThat(shown(sum(Right.WITHDRAWAL, 0, 0, List.of(KETTLE, TOASTER), KETTLE, TOASTER)))
        .isEqualTo("1000.00 0.00 0.00 49.00 = 1049.00");
  }

  @Test
  void whoKeepsPartOfABundlePaysItsListPriceAndTheDelivery() {
    assertThat(shown(sum(Right.WITHDRAWAL, 0, 0, List.of(KETTLE, TOASTER), KETTLE)))
        .isEqualTo("540.00 0.00 0.00 0.00 = 540.00");
  }

  @Test
  void whatIsNoPartOfTheBundleIsNotRecalculated() {
    ReturnItem alone = Samples.item(Samples.KETTLE, "600.00", null, "0.00");

    assertThat(shown(sum(Right.WITHDRAWAL, 0, 0, List.of(alone, TOASTER), alone)))
        .isEqualTo("600.00 0.00 0.00 0.00 = 600.00");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 6.00 0.00 49.00 = 643.00",
    "20, 120.00 0.00 49.00 = 529.00",
    "99, 594.00 0.00 49.00 = 55.00"
  })
  void aLossOfValueIsTakenOffTheGoodsAndNeverOffTheDelivery(int percent, String rest) {
    ReturnItem alone = Samples.item(Samples.KETTLE, "600.00", null, "0.00");

    assertThat(shown(sum(Right.WITHDRAWAL, 0, percent, List.of(alone), alone)))
        .isEqualTo("600.00 " + rest);
  }

  @Test
  void aFeeIsTakenUnderTheStorePolicyOnlyAndTheDeliveryStays() {
    ReturnItem alone = Samples.item(Samples.KETTLE, "599.95", null, "0.00");

    assertThat(shown(sum(Right.VOLUNTARY, 10, 0, List.of(alone), alone)))
        .isEqualTo("599.95 0.00 60.00 0.00 = 539.95");
    assertThat(shown(sum(Right.WITHDRAWAL, 10, 0, List.of(alone), alone)))
        .as("never on a statutory withdrawal")
        .isEqualTo("599.95 0.00 0.00 49.00 = 648.95");
  }

  @Test
  void nothingIsPaidForNothing() {
    assertThat(shown(sum(Right.WITHDRAWAL, 0, 0, List.of(KETTLE, TOASTER))))
        .isEqualTo("0.00 0.00 0.00 0.00 = 0.00");
  }

  @Test
  void aBundleNeverCostsMoreThanIsPaidBack() {
    ReturnItem cheap = Samples.item(Samples.KETTLE, "50.00", "BREAKFAST", "10.00");

    assertThat(shown(sum(Right.WITHDRAWAL, 0, 0, List.of(cheap, TOASTER), cheap)))
        .isEqualTo("0.00 0.00 0.00 0.00 = 0.00");
  }
}
