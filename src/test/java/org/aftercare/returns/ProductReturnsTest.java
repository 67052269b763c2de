package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.systems.Orders.SalesChannel;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.junit.jupiter.api.Test;

/** The two steps of a withdrawal, and the right behind it. */
class ProductReturnsTest {

  private final ReturnDesk desk = new ReturnDesk();

  private List<String> problems(NewReturn wanted) {
    return catchThrowableOfType(InvalidRequestException.class, () -> desk.declare(wanted))
        .problems()
        .stream()
        .map(FieldProblem::field)
        .toList();
  }

  @Test
  void theFirstStepSaysWhatItWouldMeanAndDoesNothing() {
    ProductReturn declared =
        desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.EXCHANGE, "br-kt-17-0001"));

    assertThat(declared.declaration().confirmed()).isFalse();
    assertThat(declared.declaration().serialNumbers())
        .as("as the order writes it")
        .containsExactly(Samples.KETTLE);
    assertThat(declared.terms().right()).isEqualTo(Right.WITHDRAWAL);
    assertThat(declared.terms().lastDay()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(declared.sumFor(declared.items(), 0).total()).isEqualTo(FakeCompany.money("739.00"));
    assertThat(desk.started).containsExactly("SE EXCHANGE");
    assertThat(desk.confirmed).isEmpty();
    assertThat(desk.notes).containsEntry("description", "It hums.");
  }

  @Test
  void theNoticeIsGivenByTheSecondStepAndOnce() {
    String caseNumber =
        desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND)).caseNumber();
    desk.now = Instant.parse("2026-11-23T08:00:00Z");

    ProductReturn first = desk.intake.confirm(caseNumber).orElseThrow();
    desk.now = Instant.parse("2026-11-24T08:00:00Z");
    ProductReturn again = desk.intake.confirm(caseNumber).orElseThrow();

    assertThat(first.declaration().noticeAt()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(again).isEqualTo(first);
    assertThat(desk.confirmed).containsExactly(caseNumber);
    assertThat(first.terms().refundBy()).isEqualTo(LocalDate.of(2026, 12, 7));
    assertThat(desk.intake.lapse(caseNumber)).as("confirmed before").isFalse();
  }

  @Test
  void whatIsNotConfirmedInTimeHasLapsed() {
    String caseNumber =
        desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND)).caseNumber();
    desk.now = FakeOffice.NOW.plus(ReturnDesk.PROPERTIES.confirmWithin());

    assertThat(desk.intake.confirm(caseNumber)).isEmpty();
    assertThat(desk.intake.lapse(caseNumber)).isTrue();
    assertThat(desk.confirmed).isEmpty();
  }

  @Test
  void aNoticeInTimeStaysInTimeWhateverIsLookedUpLater() {
    desk.place(SalesChannel.ONLINE, true, ReturnDesk.line(Samples.KETTLE, "690.00", 13));
    desk.company.down.add("orders");
    String caseNumber =
        desk.confirmedCase(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND, Samples.KETTLE));
    assertThat(desk.returns.require(caseNumber).terms()).isNull();
    desk.company.down.clear();
    desk.now = Instant.parse("2026-12-24T08:00:00Z");

    assertThat(desk.intake.lookUpOrder(caseNumber, null)).isTrue();

    assertThat(desk.returns.require(caseNumber).terms().right()).isEqualTo(Right.WITHDRAWAL);
    assertThat(desk.intake.check(caseNumber).inTime()).isTrue();
  }

  @Test
  void theDayIsThatOfTheCountry() {
    desk.place(SalesChannel.ONLINE, true, ReturnDesk.line(Samples.KETTLE, "690.00", 13));
    desk.now = Instant.parse("2026-11-23T23:59:59Z");
    assertThat(desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND)).terms().right())
        .isEqualTo(Right.WITHDRAWAL);
    desk.now = Instant.parse("2026-11-24T00:00:00Z");
    assertThat(desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND)).terms().right())
        .isEqualTo(Right.LATE);
  }

  @Test
  void whoWasNeverInformedHasTwelveMonthsMore() {
    desk.place(SalesChannel.ONLINE, false, ReturnDesk.line(Samples.KETTLE, "690.00", 370));

    assertThat(desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND)).terms().right())
        .isEqualTo(Right.WITHDRAWAL);
  }

  @Test
  void aStorePurchaseHasOurPolicyAndItsFee() {
    desk.place(SalesChannel.STORE, true, ReturnDesk.line(Samples.KETTLE, "690.00", 30));

    ProductReturn declared = desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND));

    assertThat(declared.terms().right()).isEqualTo(Right.VOLUNTARY);
    assertThat(declared.sumFor(declared.items(), 0).fee()).isEqualTo(FakeCompany.money("69.00"));
  }

  @Test
  void badInputIsToldFieldByField() {
    desk.place(
        SalesChannel.ONLINE,
        true,
        ReturnDesk.line(Samples.KETTLE, "690.00", 5),
        ReturnDesk.line(Samples.TOASTER, "490.00", 5));

    assertThat(problems(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND, "NOT-OURS")))
        .containsExactly("/serialNumbers/0");
    assertThat(
            problems(
                ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND, Samples.KETTLE, Samples.KETTLE)))
        .containsExactly("/serialNumbers/1");
    assertThat(problems(ReturnDesk.wanted(Reason.NOT_STATED, Wish.EXCHANGE)))
        .containsExactly("/wish");
    assertThat(problems(ReturnDesk.wanted(Reason.DEFECTIVE, Wish.REFUND)))
        .containsExactly("/reason");
    assertThat(desk.opened).isEmpty();
  }

  @Test
  void theOrderOfSomebodyElseIsNoOrderOfTheCustomer() {
    desk.company.placed.remove(ReturnDesk.ORDER);

    assertThat(problems(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND)))
        .containsExactly("/orderNumber");
  }

  @Test
  void oneItemAtATimeIsAskedForWhileTheOrdersAreSilentToo() {
    desk.company.down.add("orders");

    assertThat(problems(ReturnDesk.wanted(Reason.NOT_STATED, Wish.EXCHANGE)))
        .containsExactly("/wish");
    assertThat(
            problems(
                ReturnDesk.wanted(Reason.DEFECTIVE, Wish.REFUND, Samples.KETTLE, Samples.TOASTER)))
        .containsExactly("/reason");
    assertThat(desk.opened).isEmpty();
    assertThat(
            desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.EXCHANGE, Samples.KETTLE))
                .terms())
        .as("taken in unseen")
        .isNull();
    desk.declare(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND));
    assertThat(desk.started).hasSize(2);
  }

  @Test
  void anItemIsReturnedInOneOpenCase() {
    String first = desk.confirmedCase();
    String second = desk.confirmedCase();

    assertThat(desk.intake.check(first).duplicate()).isFalse();
    assertThat(desk.intake.check(second).duplicate()).isTrue();
    assertThat(desk.intake.check(first).duplicate()).as("asked again").isFalse();
    desk.returns.release(first);
    assertThat(desk.intake.check(second).duplicate()).isFalse();
  }

  @Test
  void aRefundMayWaitUntilTheGoodsAreSent() {
    String caseNumber = desk.confirmedCase();
    assertThat(desk.intake.refundDue(caseNumber)).isFalse();

    desk.transport.noteSending(caseNumber, Proof.SHOWN);

    assertThat(desk.intake.refundDue(caseNumber)).isTrue();

    String deducted = desk.confirmedCase();
    desk.transport.noteSending(deducted, Proof.SCANNED);
    desk.commitments.add(
        Commitment.of(deducted, Kind.REFUND, "RF-1", FakeOffice.NOW)
            .worth(FakeCompany.money("1.00")));
    assertThat(desk.intake.refundDue(deducted)).as("paid").isFalse();
    desk.grading.settle(deducted, ReturnGrading.Payout.FULL, 0);
    assertThat(desk.intake.refundDue(deducted)).as("more is owed after a dispute").isTrue();

    desk.grading.settle(caseNumber, ReturnGrading.Payout.NONE, 0);
    assertThat(desk.intake.refundDue(caseNumber)).as("nothing is paid back").isFalse();
  }

  @Test
  void aPersonsOrderIsTakenOnlyIfItIsTheCustomersAndHasTheItems() {
    desk.company.down.add("orders");
    String caseNumber =
        desk.confirmedCase(ReturnDesk.wanted(Reason.NOT_STATED, Wish.REFUND, Samples.TOASTER));
    desk.company.down.clear();

    assertThat(desk.intake.lookUpOrder(caseNumber, null)).as("without the item").isFalse();
    assertThat(desk.intake.lookUpOrder(caseNumber, "O-50001")).as("another order").isFalse();
  }
}
