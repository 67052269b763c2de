package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.DefectIntake;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.ItemUnwinding;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.returns.ReturnGrading.Inspection;
import org.aftercare.returns.ReturnGrading.Payout;
import org.aftercare.returns.ReturnGrading.Reviewed;
import org.aftercare.returns.Returns.History;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders.OrderCount;
import org.aftercare.systems.Orders.SalesChannel;
import org.aftercare.systems.Shipping.Mishap;
import org.aftercare.systems.UnforeseenRefusalException;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the steps of a return do, each once. */
class ReturnStepsTest {

  private static final Inspection AS_NEW = new Inspection(Grade.A, "", 0, true, true, 0);

  private final ReturnDesk desk = new ReturnDesk();
  private final ReturnFlow flow =
      new ReturnFlow(desk.returns, desk.commitments, ReturnDesk.PROPERTIES);
  private final ReturnItems items = new ReturnItems(desk.returns, desk.commitments);
  private final ItemUnwinding unwinding =
      new ItemUnwinding(
          desk.commitments,
          desk.company.booking,
          desk.company.shipping,
          desk.company.orders,
          desk.remote,
          desk.clock);

  private String twoItems() {
    desk.place(
        SalesChannel.ONLINE,
        true,
        ReturnDesk.line(Samples.KETTLE, "690.00", 5),
        ReturnDesk.line(Samples.TOASTER, "490.00", 5));
    return desk.confirmedCase();
  }

  @Test
  void theLabelIsBookedOnceAndCanBeTakenBackUntilTheGoodsAreSent() {
    String caseNumber = desk.confirmedCase();
    assertThat(desk.transport.bookLabel(FakeOffice.STEP, caseNumber)).isPresent();
    assertThat(desk.transport.bookLabel(FakeOffice.STEP, caseNumber)).isPresent();

    assertThat(desk.company.effects).containsExactly("RETURN RETURN Uppsala");
    assertThat(flow.mayCancel(caseNumber)).isTrue();
    assertThat(flow.facts(caseNumber)).containsKey("labelTracking");

    assertThat(unwinding.find(caseNumber).goods()).as("at home").isFalse();

    desk.transport.noteSending(caseNumber, Proof.SCANNED);
    assertThat(flow.mayCancel(caseNumber)).isFalse();
    assertThat(unwinding.find(caseNumber).shipment()).as("can be cancelled").isFalse();
    assertThat(unwinding.find(caseNumber).goods()).as("out").isTrue();

    flow.on(closed(caseNumber, "CANCELLED"));
    assertThat(unwinding.find(caseNumber).goods()).as("to be settled yet").isTrue();
    flow.on(closed(caseNumber, "REFUNDED"));
    assertThat(unwinding.find(caseNumber).goods()).as("settled").isFalse();
  }

  private static CaseClosed closed(String caseNumber, String outcome) {
    return new CaseClosed(caseNumber, ReturnProcess.KEY, outcome, FakeOffice.NOW, FakeOffice.NOW);
  }

  @Test
  void whoIsBelievedToHaveSentAnEmptyParcelFullIsPaidForEverything() {
    String caseNumber = twoItems();
    String all = Samples.KETTLE + " " + Samples.TOASTER;
    desk.grading.receive(caseNumber, new Inspection(Grade.X, all, 0, true, true, 0));

    assertThat(desk.grading.settle(caseNumber, Payout.NONE, 0).total().amount()).isZero();
    Money believed = desk.grading.settle(caseNumber, Payout.FULL, 0).total();
    assertThat(believed).isEqualTo(FakeCompany.money("1229.00"));
    assertThat(items.refundDue(caseNumber).amount()).isEqualTo(believed);
    assertThat(items.refundDue(caseNumber).serialNumbers())
        .containsExactly(Samples.KETTLE, Samples.TOASTER);
    assertThat(desk.grading.sellable(caseNumber)).isFalse();
  }

  @Test
  void whatIsSentLateIsHurried() {
    String caseNumber = desk.confirmedCase();
    Instant day10 = FakeOffice.NOW.plus(Duration.ofDays(10));
    desk.now = day10.minus(Duration.ofDays(1));
    assertThat(desk.transport.noteSending(caseNumber, Proof.SCANNED)).isFalse();
    desk.now = day10;
    assertThat(desk.transport.noteSending(caseNumber, Proof.SCANNED)).isTrue();
    desk.now = day10.plus(Duration.ofDays(5));
    assertThat(desk.transport.noteSending(caseNumber, Proof.ARRIVED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FULL, 0, FULL, 138.00",
    "DEDUCT, 5, DEDUCT, 103.50",
    "DEDUCT, 20, DEDUCT, 0.00",
    "DEDUCT, 40, DEDUCT, 0.00",
    "NONE, 0, DEDUCT, 0.00"
  })
  void aSecondLookIsNeverToTheCustomersHarm(
      Payout found, int lossPercent, Payout told, String more) {
    String caseNumber = desk.confirmedCase();
    desk.grading.receive(caseNumber, new Inspection(Grade.C, "", 20, true, true, 0));
    Money paid = desk.grading.settle(caseNumber, Payout.DEDUCT, 20).total();
    desk.commitments.add(
        Commitment.of(caseNumber, Kind.REFUND, "RF-1", FakeOffice.NOW).worth(paid));

    assertThat(desk.grading.settleAgain(caseNumber, found, lossPercent, 20))
        .isEqualTo(new Reviewed(told, FakeCompany.money(more)));
    assertThat(items.refundDue(caseNumber).amount())
        .as("beside what was paid")
        .isEqualTo(FakeCompany.money(more));
    assertThat(items.refundDue(caseNumber).deliveryCost().amount())
        .as("paid with the rest")
        .isZero();
  }

  @Test
  void theFirstProofOfSendingCounts() {
    String caseNumber = desk.confirmedCase();
    desk.transport.noteSending(caseNumber, Proof.SHOWN);
    desk.transport.noteSending(caseNumber, Proof.ARRIVED);

    assertThat(desk.returns.require(caseNumber).sending().proof()).isEqualTo(Proof.SHOWN);
  }

  @Test
  void anAddressThatTheCarrierDoesNotKnowIsForAPerson() {
    desk.company.refusals.put("shipping", "ADDRESS_UNKNOWN");
    assertThat(desk.transport.bookLabel(FakeOffice.STEP, desk.confirmedCase())).isEmpty();
    desk.company.refusals.put("shipping", "ON_STRIKE");
    String other = desk.confirmedCase();
    assertThatThrownBy(() -> desk.transport.bookLabel(new StepKey("p", "S", 2), other))
        .isInstanceOf(UnforeseenRefusalException.class);
  }

  @Test
  void theCarrierIsClaimedFromForWhatTheGoodsAreWorth() {
    String caseNumber = desk.confirmedCase();
    desk.transport.bookLabel(FakeOffice.STEP, caseNumber);
    desk.transport.noteSending(caseNumber, Proof.SCANNED);

    desk.transport.claim(new StepKey("p", "Claim", 1), caseNumber, Mishap.LOST);

    assertThat(desk.company.effects).endsWith("claim LOST 690.00 SEK");
    assertThat(desk.events).contains("internal.returns.carrier-claimed");
  }

  @Test
  void whatIsMissingIsNamedByTheWarehouseAndNotPaidBack() {
    String caseNumber = twoItems();

    assertThat(
            desk.grading.receive(
                caseNumber,
                new Inspection(Grade.A, Samples.TOASTER.toLowerCase(), 0, true, true, 0)))
        .isFalse();
    assertThat(desk.published)
        .containsExactly(
            new GoodsReceived(caseNumber, "BR-KT-17-SE", "Bryggeri BR-KT-17", 1, FakeOffice.TODAY));
    assertThat(desk.grading.settle(caseNumber, Payout.FULL, 0).total())
        .as("without the delivery cost: not everything went back")
        .isEqualTo(FakeCompany.money("690.00"));
    assertThat(items.refundDue(caseNumber).serialNumbers()).containsExactly(Samples.KETTLE);
  }

  @Test
  void theWarehouseCannotMissWhatWasNotToCome() {
    String caseNumber = twoItems();

    assertThatThrownBy(
            () ->
                desk.grading.receive(
                    caseNumber, new Inspection(Grade.A, "KL-TB-10-0001", 0, true, true, 0)))
        .hasMessageContaining("KL-TB-10-0001");
    assertThatThrownBy(
            () ->
                desk.grading.receive(
                    caseNumber,
                    new Inspection(
                        Grade.B, Samples.KETTLE + ", " + Samples.TOASTER, 0, true, true, 0)))
        .hasMessageContaining("X");
  }

  @Test
  void signsOfFraudComeFromTheOrdersAndOurOwnReturns() {
    desk.company.orderCount = new OrderCount(10, 12);
    desk.returns.history = new History(5, 2);
    String caseNumber = desk.confirmedCase();
    desk.grading.receive(caseNumber, AS_NEW);

    FraudFacts facts =
        desk.grading.weigh(caseNumber, new Inspection(Grade.A, "", 0, false, true, 12));

    assertThat(facts).isEqualTo(new FraudFacts(false, true, 12.0, 2, 10, 50.0));
    assertThat(desk.returns.require(caseNumber).goods().signs()).containsExactly("SERIAL_MISMATCH");
  }

  @Test
  void whoBoughtNothingElseReturnsNoShareOfIt() {
    desk.company.orderCount = new OrderCount(0, 0);
    String caseNumber = desk.confirmedCase();
    desk.grading.receive(caseNumber, AS_NEW);

    assertThat(desk.grading.weigh(caseNumber, AS_NEW).returnedPercent()).isZero();
  }

  @Test
  void onlyWhatIsAsNewIsSoldAgain() {
    String caseNumber = desk.confirmedCase();
    assertThat(desk.grading.sellable(caseNumber)).as("not here").isFalse();
    for (Grade grade : Grade.values()) {
      desk.grading.receive(caseNumber, new Inspection(grade, "", 0, true, true, 0));
      assertThat(desk.grading.sellable(caseNumber))
          .as(grade.name())
          .isEqualTo(grade == Grade.A || grade == Grade.B);
    }
    desk.grading.receive(caseNumber, AS_NEW);
    desk.transport.restock(FakeOffice.STEP, caseNumber);
    assertThat(desk.company.effects).endsWith("restock " + List.of(Samples.KETTLE));
  }

  @Test
  void theRefundIsWhatWasSettled() {
    String caseNumber = desk.confirmedCase();
    assertThatThrownBy(() -> items.refundDue(caseNumber)).isInstanceOf(IllegalStateException.class);
    desk.grading.receive(caseNumber, new Inspection(Grade.C, "", 10, true, true, 0));
    desk.grading.settle(caseNumber, Payout.DEDUCT, 10);

    assertThat(items.refundDue(caseNumber).amount()).isEqualTo(FakeCompany.money("670.00"));
    assertThat(items.refundDue(caseNumber).deliveryCost()).isEqualTo(FakeCompany.money("49.00"));
    assertThat(flow.facts(caseNumber))
        .containsEntry("refundAmount", "670.00 SEK")
        .containsEntry("deductionAmount", "69.00 SEK")
        .containsEntry("grade", "C");
  }

  @Test
  void aFaultIsHandedOnWithAllThatTheCustomerHasSaid() {
    List<DefectIntake.Defect> taken = new ArrayList<>();
    String caseNumber =
        desk.confirmedCase(ReturnDesk.wanted(Reason.DEFECTIVE, Wish.EXCHANGE, Samples.KETTLE));
    desk.intake.check(caseNumber);

    new ReturnHandOver(desk.returns, taken::add, desk.cases, desk.calendar).toWarranty(caseNumber);

    assertThat(taken)
        .containsExactly(
            new DefectIntake.Defect(
                caseNumber,
                FakeCompany.ASTRID,
                "SE",
                ReturnDesk.ORDER,
                Samples.KETTLE,
                "LEAKING",
                null,
                FakeOffice.TODAY,
                true));
    assertThat(desk.events).contains("returns.handed-to-warranty");
    String other = desk.confirmedCase();
    assertThat(desk.intake.check(other).duplicate()).as("free again").isFalse();
  }
}
