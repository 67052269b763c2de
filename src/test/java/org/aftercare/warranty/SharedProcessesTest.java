package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.ServiceCase;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.MessageReported;
import org.aftercare.engine.Reference;
import org.aftercare.fulfilment.ItemReplacement.RefundResult;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.aftercare.warranty.ClaimSettlement.Recovered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class SharedProcessesTest extends ProcessTest {

  @Autowired private ApplicationEventPublisher events;

  @AfterAll
  void everyElementWasEntered() {
    for (String process :
        new String[] {
          "replacement",
          "refund",
          "loaner",
          "cost-recovery",
          "survey",
          "hand-over",
          "unwind",
          "goods-out"
        }) {
      assertThat(missed(process)).as(process).isEmpty();
    }
  }

  // Replacement

  @Test
  void replacesAndTellsCustomerAndShipper() {
    start("replacement", Map.of());
    assertThat(told).containsExactly("warranty.dispatched", "shipper.delivery");
    message("ShipmentDelivered");
    endedAt("Delivered");
  }

  @Test
  void shipsNothingThatIsSoldOut() {
    when(replacements.order(any(), anyString())).thenReturn(false);
    start("replacement", Map.of());
    endedAt("SoldOut");
    verify(transport, never()).deliverReplacement(any(), any());
  }

  @Test
  void sendsAnotherWhenTheParcelIsLost() {
    start("replacement", Map.of());
    message("ShipmentLost");
    assertThat(told).contains("warranty.parcel-lost");
    verify(transport, times(2)).deliverReplacement(any(), anyString());
    message("ShipmentDelivered");
    endedAt("Delivered");
  }

  @Test
  void tracesAParcelThatDoesNotArrive() {
    start("replacement", Map.of());
    timeIsUp("DeliveryOverdue");
    complete("TraceParcel", "warehouse", "trace", "RESEND");
    verify(replacements, times(2)).order(any(), anyString());
    timeIsUp("DeliveryOverdue");
    complete("TraceParcel", "warehouse", "trace", "DELIVERED");
    endedAt("Delivered");
  }

  @Test
  void clarifiesTheAddressOfAReplacement() {
    when(transport.deliverReplacement(any(), anyString()))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of("S-3"));
    start("replacement", Map.of());
    assertThat(told).isEmpty();
    complete("ClarifyReplacementAddress", "warehouse", "address", "CORRECTED");
    verify(replacements, times(1)).order(any(), anyString());
    message("ShipmentDelivered");
    endedAt("Delivered");
  }

  @Test
  void givesUpAParcelThatNobodyFinds() {
    start("replacement", Map.of());
    timeIsUp("DeliveryOverdue");
    complete("TraceParcel", "warehouse", "trace", "GIVE_UP");
    endedAt("GivenUp");
  }

  // Refund

  @Test
  void tellsOfARefundOnlyOnceItIsMade() {
    when(replacements.refund(any(), anyString()))
        .thenReturn(RefundResult.NO_ACCOUNT, RefundResult.REFUNDED);
    start("refund", Map.of());
    assertThat(told).containsExactly("warranty.account-needed");
    complete("FixRefund", "finance", "refundFix", "RETRY");
    verify(replacements, never()).notePaidOtherwise(anyString());
    endedAt("Refunded");
    assertThat(told).endsWith("warranty.refunded");
  }

  @Test
  void letsFinanceSettleWhatWasRefundedBefore() {
    when(replacements.refund(any(), anyString())).thenReturn(RefundResult.ALREADY_REFUNDED);
    start("refund", Map.of());
    assertThat(told).isEmpty();
    complete("FixRefund", "finance", "refundFix", "PAID_OTHERWISE");
    verify(replacements).notePaidOtherwise(caseNumber());
    verify(replacements, times(1)).refund(any(), anyString());
    endedAt("Refunded");
  }

  // Loaner

  @Test
  void lendsAnItemUntilItIsBack() {
    start("loaner", Map.of("coverage", "COVERED"));
    assertThat(told).containsExactly("warranty.loaner-offer");
    message("LoanerAnswered", Map.of("loanerWanted", true));
    verify(transport).lend(any(), anyString());
    assertThat(told).endsWith("warranty.loaner-sent");
    message("ShipmentDelivered");
    complete("TakeBackLoaner", "warehouse", "loanerReturn", "RETURNED");
    endedAt("LoanerBack");
    assertThat(passed()).contains("LoanerWithCustomer");
    verify(repair).loanerBack(caseNumber());
  }

  @Test
  void sendsAnotherLoanerForOneThatIsLost() {
    start("loaner", Map.of("coverage", "COVERED"));
    message("LoanerAnswered", Map.of("loanerWanted", true));
    message("ShipmentLost");
    verify(transport, times(2)).lend(any(), anyString());
    complete("TakeBackLoaner", "warehouse", "loanerReturn", "RETURNED");
    endedAt("LoanerBack");
  }

  @Test
  void offersNoLoanerWhenTheRepairHasEndedOrOneIsLent() {
    when(repair.loanerHelps(anyString())).thenReturn(false);
    start("loaner", Map.of("coverage", "COVERED"));
    endedAt("NoLoanerNeeded");
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOODWILL", "PAID"})
  void offersNoLoanerToWhomNothingIsOwed(String coverage) {
    start("loaner", Map.of("coverage", coverage));
    endedAt("NoLoanerNeeded");
    assertThat(told).isEmpty();
  }

  @Test
  void lendsNothingOnceTheRepairHasEnded() {
    when(repair.loanerHelps(anyString())).thenReturn(true, false);
    start("loaner", Map.of("coverage", "COVERED"));
    message("LoanerAnswered", Map.of("loanerWanted", true));
    endedAt("LoanerNotNeeded");
    assertThat(told).endsWith("warranty.loaner-not-needed");
    verify(transport, never()).lend(any(), any());
  }

  @Test
  void clarifiesTheAddressOfALoaner() {
    when(transport.lend(any(), anyString()))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of("S-4"));
    start("loaner", Map.of("coverage", "COVERED"));
    message("LoanerAnswered", Map.of("loanerWanted", true));
    complete("ClarifyLoanerAddress", "warehouse", "address", "CORRECTED");
    waitsAt("TakeBackLoaner");
  }

  @Test
  void lendsNothingThatIsNotWanted() {
    start("loaner", Map.of("coverage", "COVERED"));
    message("LoanerAnswered", Map.of("loanerWanted", false));
    endedAt("LoanerNotWanted");
    verify(transport, never()).lend(any(), any());
  }

  @Test
  void lendsNothingWithoutAnAnswer() {
    start("loaner", Map.of("coverage", "COVERED"));
    timeIsUp("LoanerAnswerOverdue");
    endedAt("LoanerNotAnswered");
  }

  // Cost recovery

  @Test
  void lengthensTheGuaranteeAfterARepairAndClaimsTheCosts() {
    settle("COVERED", "REPAIR", "REPAIRED", false);
    endedAt("RecoveryDone");
    verify(settlement).extend(any(), anyString(), eq(12));
    verify(settlement).recover(any(), anyString(), eq("REPAIR"), eq("REPAIRED"), eq(false));
    verify(filing).file(any(), anyString(), eq("REPAIRED"));
    assertThat(told).containsExactly("supplier.recovery");
  }

  private void settle(String coverage, String remedy, String outcome, boolean paid) {
    start(
        "cost-recovery",
        Map.of(
            "coverage",
            coverage,
            "remedy",
            remedy,
            "outcome",
            outcome,
            "repairPaid",
            paid,
            "itemLost",
            false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GUARANTEE", "GOODWILL", "PAID"})
  void lengthensNothingForARepairThatTheLawDoesNotAskFor(String coverage) {
    settle(coverage, "REPAIR", "REPAIRED", false);
    endedAt("RecoveryDone");
    verify(settlement, never()).extend(any(), any(), anyInt());
  }

  @Test
  void lengthensNothingWhereNothingWasRepaired() {
    settle("COVERED", "REPAIR", "NO_FAULT", false);
    endedAt("RecoveryDone");
    verify(settlement, never()).extend(any(), any(), anyInt());
  }

  @Test
  void paysARepairBackThatCameToNothing() {
    settle("PAID", "REPAIR", "NO_FAULT", true);
    verify(remedy).credit(any(), anyString());
    assertThat(told).startsWith("warranty.repair-credited");
  }

  @Test
  void keepsTheMoneyForARepairThatWasMade() {
    settle("PAID", "REPAIR", "REPAIRED", true);
    verify(remedy, never()).credit(any(), any());
  }

  @Test
  void asksNobodyAboutCostsThatAreNotTheSuppliers() {
    when(settlement.recover(any(), anyString(), any(), any(), anyBoolean()))
        .thenReturn(Recovered.NOTHING_TO_CLAIM);
    settle("PAID", "REPAIR", "REPAIRED", true);
    endedAt("RecoveryDone");
    assertThat(told).isEmpty();
  }

  @Test
  void lengthensNothingForARepairBeforeTheLaw() {
    when(settlement.repairedOn(anyString())).thenReturn(LocalDate.of(2026, 7, 30));
    settle("COVERED", "REPAIR", "REPAIRED", false);
    endedAt("RecoveryDone");
    verify(settlement, never()).extend(any(), any(), anyInt());
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_AGREEMENT", "ITEM_LOST"})
  void letsFinanceSettleWhatTheSupplierDoesNotCarry(Recovered recovered) {
    when(settlement.recover(any(), anyString(), any(), any(), anyBoolean())).thenReturn(recovered);
    settle("COVERED", "REPLACE", "REPLACED", false);
    complete("SettleRecovery", "finance", "settlement", "WRITTEN_OFF");
    endedAt("RecoveryDone");
    assertThat(told).isEmpty();
  }

  // Survey

  @Test
  void endsTheSurveyWithTheAnswer() {
    start("survey", Map.of());
    assertThat(told).containsExactly("case.survey");
    message("SurveyAnswered");
    endedAt("SurveyDone");
  }

  @Test
  void endsTheSurveyAfterFourteenDays() {
    start("survey", Map.of());
    timeIsUp("SurveyOverdue");
    endedAt("SurveyUnanswered");
  }

  // Hand-over

  @Test
  void handsOverAndBack() {
    start("hand-over", Map.of());
    assertThat(status()).isEqualTo(ServiceCase.Status.WITH_PERSON);
    assertThat(told).containsExactly("case.human-wanted");
    verify(cases).startDeadline(eq(caseNumber()), eq("human-answer"), any());
    verify(cases, never()).endDeadline(caseNumber(), "human-answer");
    complete("TalkToCustomer", "front-office", "handOver", "HANDED_BACK");
    verify(cases).endDeadline(caseNumber(), "human-answer");
    endedAt("HandOverEnded");
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
  }

  // Unwinding

  @Test
  void unwindsAllThatIsBooked() {
    when(unwinding.find(anyString())).thenReturn(new Bookings(true, true, true, true, true, true));
    start("unwind", Map.of());
    endedAt("Unwound");
    verify(repair).releasePart(any(), anyString());
    verify(unwinding).cancelVisit(any(), anyString());
    verify(unwinding).cancelShipments(any(), anyString());
    verify(unwinding).cancelReplacement(any(), anyString());
    verify(remedy).credit(any(), anyString());
  }

  @Test
  void unwindsNothingElse() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, true, false, false, false, false));
    start("unwind", Map.of());
    endedAt("Unwound");
    verify(unwinding).cancelVisit(any(), anyString());
    verify(repair, never()).releasePart(any(), any());
    verify(unwinding, never()).cancelShipments(any(), any());
    verify(unwinding, never()).cancelReplacement(any(), any());
  }

  @Test
  void endsAtOnceWhenNothingIsBooked() {
    start("unwind", Map.of());
    endedAt("Unwound");
  }

  @Test
  void hasTheWarehouseSettleGoodsThatAreOut() {
    start("goods-out", Map.of("goodsOut", true));
    complete("SettleGoods", "warehouse", "goods", "SETTLED");
    endedAt("GoodsSettled");
  }

  @Test
  void hasTheWarehouseSettleWhatIsFetchedThoughItWasCancelled() {
    for (boolean cancelled : new boolean[] {false, true}) {
      when(transport.fetched(caseNumber(), "S-1")).thenReturn(cancelled);
      events.publishEvent(
          new MessageReported(
              new InboundMessage(
                  "shipping",
                  "scan-1",
                  "ShipmentPickedUp",
                  caseNumber(),
                  Map.of("shipmentId", new Reference("S-1")))));
      assertThat(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber()).count())
          .isEqualTo(cancelled ? 1 : 0);
    }
    complete("SettleGoods", "warehouse", "goods", "SETTLED");
    endedAt("GoodsSettled");
  }

  @Test
  void asksTheWarehouseNothingWhenNothingIsOut() {
    start("goods-out", Map.of("goodsOut", false));
    endedAt("NoGoodsOut");
  }
}
