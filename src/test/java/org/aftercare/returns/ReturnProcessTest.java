package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.fulfilment.ItemReplacement.RefundResult;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturns.Checked;
import org.aftercare.returns.ReturnGrading.Payout;
import org.aftercare.returns.ReturnGrading.Reviewed;
import org.aftercare.systems.Shipping.Mishap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** Every way through a return, from its declaration to the closed case. */
class ReturnProcessTest extends ProcessTest {

  private static final Map<String, Object> AS_NEW =
      Map.of(
          "grade", "A", "serialNumbers", "MATCH", "accessories", "COMPLETE", "weightDeviation", 0);
  private static final Map<String, Object> USED =
      Map.of(
          "grade",
          "C",
          "lossPercent",
          20,
          "serialNumbers",
          "MATCH",
          "accessories",
          "COMPLETE",
          "weightDeviation",
          0);

  @AfterAll
  void everyElementWasEntered() {
    for (String model :
        List.of(
            ReturnProcess.KEY,
            "withdrawal",
            "goods-return",
            "return-grading",
            "return-refund",
            "return-dispute",
            "deduction-review")) {
      assertThat(missed(model)).as(model).isEmpty();
    }
  }

  private void declare(String wish) {
    start(ReturnProcess.KEY, Map.of("wish", wish));
  }

  private void confirmed(String wish) {
    declare(wish);
    message(ReturnProcess.CONFIRMED);
  }

  private void sentAndHere(String wish) {
    confirmed(wish);
    message("ReturnAccepted");
    message("ShipmentDelivered");
  }

  private void received(Map<String, Object> found) {
    complete("ReceiveGoods", "warehouse", found);
  }

  private void closedAs(String outcome) {
    verify(cases).close(caseNumber(), outcome);
    verify(filing, times(outcome.equals("REFUSED") ? 0 : 1))
        .file(any(), eq(caseNumber()), eq(outcome));
    message("SurveyAnswered");
  }

  @Test
  void fromTheWithdrawalToTheClosedCase() {
    declare("REFUND");
    assertThat(told).isEmpty();
    assertThat(status().name()).isEqualTo("WAITING_FOR_CUSTOMER");
    message(ReturnProcess.CONFIRMED);
    assertThat(told).containsExactly("returns.receipt", "returns.label");
    message("ReturnAccepted");
    verify(sending).noteSending(caseNumber(), Proof.SCANNED);
    message("ShipmentDelivered");
    received(AS_NEW);
    verify(replacements).refund(any(), eq(caseNumber()));
    verify(sending).restock(any(), eq(caseNumber()));
    closedAs("REFUNDED");
    endedAt("ReturnClosed");
    assertThat(told)
        .containsExactly(
            "returns.receipt",
            "returns.label",
            "returns.scanned",
            "returns.arrived",
            "returns.graded",
            "warranty.refunded",
            "returns.closed",
            "case.survey");
  }

  /** The days that the company gives itself; the law's run besides. */
  @Test
  void goodsAreGradedInTwoBusinessDaysAndPaidInOneMore() {
    refundOf("2000");
    clock.set(Instant.parse("2026-11-19T09:00:00Z"));
    sentAndHere("REFUND");
    assertThat(promised("grading")).as("a Thursday").isEqualTo(LocalDate.of(2026, 11, 23));
    verify(cases, never()).endDeadline(caseNumber(), "grading");
    received(AS_NEW);
    verify(cases).endDeadline(caseNumber(), "grading");
    assertThat(promised("refund-payment")).isEqualTo(LocalDate.of(2026, 11, 20));
    verify(cases, never()).endDeadline(caseNumber(), "refund-payment");
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    verify(cases).endDeadline(caseNumber(), "refund-payment");
  }

  private LocalDate promised(String deadline) {
    ArgumentCaptor<Instant> due = ArgumentCaptor.captor();
    verify(cases).startDeadline(eq(caseNumber()), eq(deadline), due.capture());
    return LocalDate.ofInstant(due.getValue(), ZoneId.of("Europe/Stockholm"));
  }

  // Withdrawal

  @Test
  void aDeclarationThatNobodyConfirmsHasNoEffect() {
    declare("REFUND");
    timeIsUp("ConfirmationOverdue");
    endedAt("NotTaken");
    verify(cases).close(caseNumber(), "LAPSED");
    verify(sending, never()).bookLabel(any(), anyString());
    assertThat(told).isEmpty();
  }

  @Test
  void aConfirmationInTheLastMomentCounts() {
    when(returns.lapse(anyString())).thenReturn(false);
    declare("REFUND");
    timeIsUp("ConfirmationOverdue");
    assertThat(told).containsExactly("returns.receipt", "returns.label");
  }

  @Test
  void aPersonClarifiesAnOrderThatIsNotFound() {
    when(returns.lookUpOrder(anyString(), any())).thenReturn(false);
    when(returns.lookUpOrder(anyString(), eq("O-2"))).thenReturn(true);
    confirmed("REFUND");
    complete("ClarifyOrder", "front-office", Map.of("orderSearch", "FOUND", "orderNumber", "O-2"));
    assertThat(told).containsExactly("returns.receipt", "returns.label");
  }

  @Test
  void anOrderThatNobodyFindsEndsTheCase() {
    when(returns.lookUpOrder(anyString(), any())).thenReturn(false);
    confirmed("REFUND");
    complete("ClarifyOrder", "front-office", "orderSearch", "NOT_FOUND");
    endedAt("NotTaken");
    verify(cases).close(caseNumber(), "NO_ORDER");
    assertThat(told).containsExactly("returns.receipt", "returns.no-order");
  }

  @Test
  void whatIsReturnedAlreadyIsNotReturnedTwice() {
    when(returns.check(anyString()))
        .thenReturn(new Checked(true, LocalDate.of(2026, 11, 16), "ONLINE", "NONE", true, false));
    confirmed("REFUND");
    endedAt("NotTaken");
    verify(cases).close(caseNumber(), "DUPLICATE");
    assertThat(told).containsExactly("returns.receipt", "returns.duplicate");
  }

  @ParameterizedTest
  @CsvSource({"NONE, false", "MADE_TO_ORDER, true", "DIGITAL_STARTED, false"})
  void aRefusalIsToldAndStandsIfNobodyObjects(String exclusion, boolean inTime) {
    right("ONLINE", exclusion, inTime, false);
    confirmed("REFUND");
    assertThat(told).containsExactly("returns.receipt", "returns.refused");
    timeIsUp("ReviewOverdue");
    closedAs("REFUSED");
    endedAt("ReturnNotAccepted");
  }

  @Test
  void aPersonUpholdsARefusal() {
    right("ONLINE", "NONE", false, false);
    confirmed("REFUND");
    message("AppealLodged");
    complete("ReviewRefusal", "contracts", "review", "UPHELD");
    assertThat(told).contains("returns.refusal-upheld");
    closedAs("REFUSED");
    endedAt("ReturnNotAccepted");
  }

  @Test
  void aPersonTakesTheGoodsBackAllTheSame() {
    right("ONLINE", "NONE", false, false);
    confirmed("REFUND");
    message("AppealLodged");
    complete("ReviewRefusal", "contracts", "review", "GRANTED");
    verify(returns).grant(caseNumber(), Right.VOLUNTARY);
    assertThat(told).endsWith("returns.label");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFaultGoesOnAsAWarrantyClaim(boolean inTime) {
    right("ONLINE", "NONE", inTime, true);
    confirmed("EXCHANGE");
    verify(handing).toWarranty(caseNumber());
    endedAt("HandedToWarranty");
    verify(cases, never()).close(anyString(), anyString());
  }

  @Test
  void aStorePurchaseIsTakenBackByOurPolicy() {
    right("STORE", "NONE", true, false);
    confirmed("REFUND");
    assertThat(told).endsWith("returns.label");
  }

  // Goods

  @Test
  void clarifiesAnAddressThatTheCarrierDoesNotKnow() {
    when(sending.bookLabel(any(), anyString()))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of("S-1"));
    confirmed("REFUND");
    assertThat(told).containsExactly("returns.receipt");
    complete("ClarifySenderAddress", "front-office", "address", "CORRECTED");
    assertThat(told).endsWith("returns.label");
  }

  @Test
  void remindsOnDay10AndClosesAfterDay30WhatIsNeverSent() {
    confirmed("REFUND");
    assertThat(dueDate("ReminderDue")).isEqualTo("2026-11-26T08:00:00Z");
    assertThat(dueDate("NeverSentDue")).isEqualTo("2026-12-16T23:00:00Z");
    timeIsUp("ReminderDue");
    assertThat(told).endsWith("returns.reminder");
    timeIsUp("NeverSentDue");
    assertThat(told).contains("returns.never-sent");
    verify(replacements, never()).refund(any(), anyString());
  }

  @Test
  void closesWhatIsNeverSent() {
    when(grading.sellable(anyString())).thenReturn(false);
    confirmed("REFUND");
    timeIsUp("NeverSentDue");
    closedAs("NEVER_SENT");
    endedAt("ReturnClosed");
    verify(sending, never()).restock(any(), anyString());
  }

  @Test
  void takesTheCustomersOwnProofOfSending() {
    confirmed("REFUND");
    message("SendingShown");
    verify(sending).noteSending(caseNumber(), Proof.SHOWN);
    message("ShipmentDelivered");
    waitsAt("ReceiveGoods");
  }

  @Test
  void takesGoodsThatArriveWithoutAScan() {
    confirmed("REFUND");
    message("ShipmentDelivered");
    verify(sending).noteSending(caseNumber(), Proof.ARRIVED);
    assertThat(told).endsWith("returns.arrived").doesNotContain("returns.scanned");
    waitsAt("ReceiveGoods");
  }

  @ParameterizedTest
  @CsvSource({"ShipmentLost, LOST", "ShipmentDamaged, DAMAGED"})
  void whatTheCarrierLosesOrDamagesIsPaidBackAndClaimed(String event, Mishap mishap) {
    when(grading.sellable(anyString())).thenReturn(false);
    confirmed("REFUND");
    message("ReturnAccepted");
    message(event);
    verify(sending).claim(any(), eq(caseNumber()), eq(mishap));
    assertThat(told).endsWith("returns.mishap");
    // Nobody has graded it, so a person approves.
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    verify(grading).settle(caseNumber(), Payout.FULL, 0);
    closedAs("REFUNDED");
    endedAt("ReturnClosed");
  }

  @Test
  void tracesGoodsThatTheWarehouseRefusesOrThatDoNotArrive() {
    confirmed("REFUND");
    message("ReturnAccepted");
    message("ReturnRefused");
    complete("TraceGoods", "warehouse", "traceGoods", "ON_ITS_WAY");
    timeIsUp("GoodsOverdue");
    complete("TraceGoods", "warehouse", "traceGoods", "DELIVERED");
    assertThat(told).endsWith("returns.arrived");
    waitsAt("ReceiveGoods");
  }

  @Test
  void paysBackWhatNobodyFinds() {
    confirmed("REFUND");
    message("ReturnAccepted");
    timeIsUp("GoodsOverdue");
    complete("TraceGoods", "warehouse", "traceGoods", "LOST");
    verify(sending).claim(any(), eq(caseNumber()), eq(Mishap.LOST));
    assertThat(told).endsWith("returns.mishap");
  }

  // Grading

  @Test
  void tellsWhatIsMissing() {
    when(grading.receive(anyString(), any())).thenReturn(false);
    sentAndHere("REFUND");
    received(AS_NEW);
    assertThat(told).containsSequence("returns.in-part", "returns.graded");
  }

  /** The dispute does not delay what nobody disputes. */
  private void paidWithDeduction() {
    sentAndHere("REFUND");
    received(USED);
    verify(grading, times(2)).settle(caseNumber(), Payout.DEDUCT, 20);
    assertThat(told).as("before the approval").endsWith("returns.arrived");
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    verify(replacements).refund(any(), eq(caseNumber()));
    assertThat(told).endsWith("returns.deduction", "warranty.refunded");
  }

  private void more(Payout payout, String amount) {
    when(grading.settleAgain(anyString(), any(), anyInt(), anyInt()))
        .thenReturn(new Reviewed(payout, Samples.money(amount)));
  }

  @Test
  void paysAllButTheDeductionAtOnceAndHearsADisputeAfterwards() {
    paidWithDeduction();
    verify(cases, never()).close(anyString(), anyString());
    timeIsUp("DisputeOverdue");
    verify(replacements, times(1)).refund(any(), anyString());
    closedAs("REFUNDED");
    endedAt("ReturnClosed");
  }

  @ParameterizedTest
  @CsvSource({"10, front-office", "5000.01, finance"})
  void paysTheRestIfASecondInspectorFindsADeductionWrong(String amount, String approver) {
    more(Payout.FULL, amount);
    paidWithDeduction();
    message("AppealLodged");
    complete("InspectAgain", "contracts", Map.of("payout", "FULL"));
    verify(grading).settleAgain(caseNumber(), Payout.FULL, 20, 20);
    verify(cases, times(2)).startDeadline(eq(caseNumber()), eq("refund-payment"), any());
    verify(cases, times(1)).endDeadline(caseNumber(), "refund-payment");
    complete("ApproveRefund", approver, "approval", "REFERRED");
    assertThat(told).doesNotContain("returns.inspected");
    complete("DecideRefund", "department-heads", Map.of("payout", "DEDUCT", "lossPercent", 5));
    verify(grading).settleAgain(caseNumber(), Payout.DEDUCT, 5, 20);
    verify(cases, times(2)).endDeadline(caseNumber(), "refund-payment");
    assertThat(told).containsSequence("returns.inspected", "warranty.refunded", "returns.closed");
    verify(replacements, times(2)).refund(any(), eq(caseNumber()));
    closedAs("REFUNDED");
  }

  @Test
  void theDepartmentHeadMayLetADeductionStandAfterAll() {
    when(grading.settleAgain(anyString(), any(), anyInt(), anyInt()))
        .thenReturn(new Reviewed(Payout.FULL, Samples.money("10")))
        .thenReturn(new Reviewed(Payout.DEDUCT, Samples.money("0.00")));
    paidWithDeduction();
    message("AppealLodged");
    complete("InspectAgain", "contracts", Map.of("payout", "FULL"));
    complete("ApproveRefund", "front-office", "approval", "REFERRED");
    complete("DecideRefund", "department-heads", Map.of("payout", "DEDUCT", "lossPercent", 20));
    assertThat(told).containsSequence("returns.inspected", "returns.closed");
    verify(replacements, times(1)).refund(any(), anyString());
    verify(cases, times(2)).endDeadline(caseNumber(), "refund-payment");
    closedAs("REFUNDED");
  }

  /** The seven days begin with the message, not when the money has found its way. */
  @Test
  void aDeductionIsDisputedWhileTheRestIsNotPaidYet() {
    more(Payout.FULL, "10");
    when(replacements.refund(any(), anyString()))
        .thenReturn(RefundResult.NO_ACCOUNT)
        .thenReturn(RefundResult.REFUNDED);
    sentAndHere("REFUND");
    received(USED);
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    assertThat(told).endsWith("returns.deduction", "warranty.account-needed");
    message("AppealLodged");
    verify(grading, never()).settleAgain(anyString(), any(), anyInt(), anyInt());
    complete("FixRefund", "finance", "refundFix", "RETRY");
    assertThat(told).as("what nobody disputes").endsWith("warranty.refunded");
    verify(cases, times(2)).startDeadline(eq(caseNumber()), eq("grading"), any());
    complete("InspectAgain", "contracts", Map.of("payout", "FULL"));
    verify(grading).settleAgain(caseNumber(), Payout.FULL, 20, 20);
    verify(cases, times(2)).endDeadline(caseNumber(), "grading");
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    assertThat(told).containsSequence("returns.inspected", "warranty.refunded", "returns.closed");
    closedAs("REFUNDED");
    assertThat(passed()).contains("DisputeNoted").doesNotContain("HearDispute");
  }

  /** There is one second look: who disputed a refusal is not offered another one. */
  @Test
  void aDeductionAfterASecondLookIsNotDisputedAgain() {
    when(grading.weigh(anyString(), any()))
        .thenReturn(new FraudFacts(false, true, 0.0, 0, 2, 50.0));
    sentAndHere("REFUND");
    received(USED);
    complete("ReviewGoods", "claims", "payout", "NONE");
    message("AppealLodged");
    complete("InspectAgain", "contracts", Map.of("payout", "DEDUCT", "lossPercent", 20));
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    assertThat(told)
        .containsSequence(
            "returns.inspected", "returns.deduction-stands", "warranty.refunded", "returns.closed")
        .doesNotContain("returns.deduction");
    closedAs("REFUNDED");
  }

  @Test
  void aDeductionThatASecondInspectorFindsRightStands() {
    more(Payout.DEDUCT, "0.00");
    paidWithDeduction();
    message("AppealLodged");
    complete("InspectAgain", "contracts", Map.of("payout", "DEDUCT", "lossPercent", 20));
    assertThat(told).containsSequence("returns.inspected", "returns.closed");
    verify(replacements, times(1)).refund(any(), anyString());
    closedAs("REFUNDED");
  }

  @Test
  void aSecondInspectorMayPayBackWhatWasRefused() {
    when(grading.weigh(anyString(), any()))
        .thenReturn(new FraudFacts(false, true, 0.0, 0, 2, 50.0));
    sentAndHere("REFUND");
    received(AS_NEW);
    complete("ReviewGoods", "claims", "payout", "NONE");
    message("AppealLodged");
    complete("InspectAgain", "contracts", "payout", "FULL");
    assertThat(told).containsSequence("returns.not-refunded", "returns.inspected");
    verify(replacements).refund(any(), eq(caseNumber()));
    closedAs("REFUNDED");
  }

  @Test
  void whoWasNeverInformedLosesNothing() {
    when(grading.informed(anyString())).thenReturn(false);
    sentAndHere("REFUND");
    received(USED);
    assertThat(told).contains("returns.graded").doesNotContain("returns.deduction");
  }

  @ParameterizedTest
  @CsvSource({"D, FULL", "X, FULL", "D, DEDUCT"})
  void aPersonReviewsDamagedAndWrongGoods(String grade, String payout) {
    sentAndHere("REFUND");
    received(
        Map.of(
            "grade",
            grade,
            "serialNumbers",
            "MATCH",
            "accessories",
            "COMPLETE",
            "weightDeviation",
            0));
    verify(grading, never()).settle(anyString(), any(), anyInt());
    complete("ReviewGoods", "claims", Map.of("payout", payout, "lossPercent", 30));
    complete("ApproveRefund", "front-office", "approval", "APPROVED");
    assertThat(told).contains(payout.equals("FULL") ? "returns.graded" : "returns.deduction");
  }

  @Test
  void aSignOfFraudIsForAPersonAndPaysNothingOnlyAsAPersonSays() {
    when(grading.weigh(anyString(), any()))
        .thenReturn(new FraudFacts(false, true, 0.0, 0, 2, 50.0));
    when(grading.sellable(anyString())).thenReturn(false);
    sentAndHere("REFUND");
    received(AS_NEW);
    complete("ReviewGoods", "claims", "payout", "NONE");
    assertThat(told).endsWith("returns.not-refunded");
    timeIsUp("DisputeOverdue");
    complete("SendGoodsBack", "warehouse", "rejectedGoods", "SENT_BACK");
    verify(replacements, never()).refund(any(), anyString());
    closedAs("NOT_REFUNDED");
    endedAt("ReturnClosed");
  }

  // Refund

  @ParameterizedTest
  @CsvSource({"1000, NONE", "1000.01, front-office", "5000, front-office", "5000.01, finance"})
  void theAmountDecidesWhoApproves(String amount, String approver) {
    refundOf(amount);
    sentAndHere("REFUND");
    received(AS_NEW);
    if (!approver.equals("NONE")) {
      verify(replacements, never()).refund(any(), anyString());
      complete("ApproveRefund", approver, "approval", "APPROVED");
    }
    verify(replacements).refund(any(), eq(caseNumber()));
  }

  @Test
  void theDepartmentHeadDecidesWhatIsReferred() {
    refundOf("9000");
    sentAndHere("REFUND");
    received(AS_NEW);
    complete("ApproveRefund", "finance", "approval", "REFERRED");
    complete("DecideRefund", "department-heads", Map.of("payout", "DEDUCT", "lossPercent", 10));
    verify(grading).settle(caseNumber(), Payout.DEDUCT, 10);
    assertThat(told)
        .as("told as a deduction that can be disputed")
        .endsWith("returns.deduction", "warranty.refunded");
    timeIsUp("DisputeOverdue");
    closedAs("REFUNDED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void escalatesTheRefundOnDay10UnlessItMayWait(boolean due) {
    when(returns.refundDue(anyString())).thenReturn(due);
    confirmed("REFUND");
    assertThat(dueDate("RefundDueSoon")).isEqualTo("2026-11-26T08:00:00Z");
    timeIsUp("RefundDueSoon");
    assertThat(told.stream().filter("returns.refund-due"::equals)).hasSize(due ? 2 : 0);
    assertThat(passed()).contains(due ? "RefundEscalated" : "RefundMayWait");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void escalatesTheRefundAsSoonAsGoodsAreSentAfterDay10(boolean late) {
    when(sending.noteSending(anyString(), any())).thenReturn(late);
    confirmed("REFUND");
    timeIsUp("RefundDueSoon");
    assertThat(passed()).contains("RefundMayWait");
    message("ShipmentDelivered");
    assertThat(told.stream().filter("returns.refund-due"::equals)).hasSize(late ? 2 : 0);
    waitsAt("ReceiveGoods");
  }

  // Exchange

  @Test
  void exchangesWhatIsInStock() {
    sentAndHere("EXCHANGE");
    received(AS_NEW);
    verify(replacements).order(any(), eq(caseNumber()));
    message("ShipmentDelivered");
    verify(replacements, never()).refund(any(), anyString());
    closedAs("EXCHANGED");
  }

  @Test
  void paysBackWhatIsSoldOut() {
    when(replacements.order(any(), anyString())).thenReturn(false);
    sentAndHere("EXCHANGE");
    received(AS_NEW);
    verify(replacements).refund(any(), eq(caseNumber()));
    closedAs("REFUNDED");
  }

  // At any moment

  @Test
  void aPersonIsWantedAndGivesTheCaseBack() {
    confirmed("REFUND");
    message("HumanWanted");
    assertThat(status().name()).isEqualTo("WITH_PERSON");
    complete("TalkToCustomer", "front-office", "handOver", "HANDED_BACK");
    message("ReturnAccepted");
    assertThat(told).contains("returns.scanned");
  }

  @Test
  void aPersonClosesTheCase() {
    confirmed("REFUND");
    message("ClosedByPerson");
    verify(cases).close(caseNumber(), "CLOSED_BY_PERSON");
    endedAt("TakenOverClosed");
    assertThat(told).endsWith("returns.closed-by-person");
  }

  @Test
  void goodsThatAreOutAreSettledBeforeAPersonsCaseIsClosed() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, true, false));
    sentAndHere("REFUND");
    message("ClosedByPerson");
    verify(cases, never()).close(anyString(), anyString());
    complete("SettleGoods", "warehouse", "goods", "SETTLED");
    verify(cases).close(caseNumber(), "CLOSED_BY_PERSON");
    endedAt("TakenOverClosed");
  }

  @Test
  void goodsThatHadLeftAllTheSameAreSettledAfterACancelling() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, true, false));
    confirmed("REFUND");
    message("CustomerCancelled");
    verify(cases).cancel(caseNumber());
    complete("SettleGoods", "warehouse", "goods", "SETTLED");
    endedAt("Cancelled");
  }

  @Test
  void theCustomerTakesTheReturnBack() {
    confirmed("REFUND");
    message("CustomerCancelled");
    verify(cases).cancel(caseNumber());
    endedAt("Cancelled");
    assertThat(told).endsWith("returns.cancelled");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theCustomerCorrectsTheirData(boolean booked) {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, booked, false, false, false));
    confirmed("REFUND");
    message("DataCorrected");
    assertThat(told).endsWith("case.corrected");
    if (booked) {
      complete("AdjustBookings", "warehouse", "adjustment", "ADJUSTED");
    }
    assertThat(passed()).contains("CorrectionDone");
  }
}
