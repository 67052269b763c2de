package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import org.aftercare.cases.ServiceCase;
import org.aftercare.warranty.ClaimUnwinding.Bookings;
import org.aftercare.warranty.ItemReplacement.RefundResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SharedProcessesTest extends ProcessTest {

  @AfterAll
  void everyElementWasEntered() {
    for (String process :
        new String[] {
          "replacement", "refund", "loaner", "cost-recovery", "survey", "hand-over", "unwind"
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
    endedAt("Refunded");
    assertThat(told).endsWith("warranty.refunded");
  }

  @Test
  void letsFinanceSettleWhatWasRefundedBefore() {
    when(replacements.refund(any(), anyString())).thenReturn(RefundResult.ALREADY_REFUNDED);
    start("refund", Map.of());
    assertThat(told).isEmpty();
    complete("FixRefund", "finance", "refundFix", "PAID_OTHERWISE");
    endedAt("Refunded");
  }

  // Loaner

  @Test
  void lendsAnItemUntilItIsBack() {
    start("loaner", Map.of());
    assertThat(told).containsExactly("warranty.loaner-offer");
    message("LoanerAnswered", Map.of("loanerWanted", true));
    verify(transport).lend(any(), anyString());
    assertThat(told).endsWith("warranty.loaner-sent");
    complete("TakeBackLoaner", "warehouse", Map.of());
    endedAt("LoanerBack");
  }

  @Test
  void lendsNothingThatIsNotWanted() {
    start("loaner", Map.of());
    message("LoanerAnswered", Map.of("loanerWanted", false));
    endedAt("LoanerNotWanted");
    verify(transport, never()).lend(any(), any());
  }

  @Test
  void lendsNothingWithoutAnAnswer() {
    start("loaner", Map.of());
    timeIsUp("LoanerAnswerOverdue");
    endedAt("LoanerNotAnswered");
  }

  // Cost recovery

  @Test
  void lengthensTheGuaranteeAfterARepairAndClaimsTheCosts() {
    start("cost-recovery", Map.of("remedy", "REPAIR"));
    endedAt("RecoveryDone");
    verify(settlement).extend(any(), anyString(), org.mockito.ArgumentMatchers.eq(12));
    verify(settlement).recover(any(), anyString(), org.mockito.ArgumentMatchers.eq("REPAIR"));
    verify(settlement).file(any(), anyString(), org.mockito.ArgumentMatchers.eq("REPAIRED"));
    assertThat(told).containsExactly("supplier.recovery");
  }

  @Test
  void lengthensNothingForARepairBeforeTheLaw() {
    when(settlement.repairedOn(anyString())).thenReturn(LocalDate.of(2026, 7, 30));
    start("cost-recovery", Map.of("remedy", "REPAIR"));
    endedAt("RecoveryDone");
    verify(settlement, never()).extend(any(), any(), anyInt());
  }

  @Test
  void letsFinanceSettleWhatTheSupplierDoesNotCarry() {
    when(settlement.recover(any(), anyString(), any())).thenReturn(false);
    start("cost-recovery", Map.of("remedy", "REPLACE"));
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
    when(unwinding.find(anyString())).thenReturn(new Bookings(true, true, true, true));
    start("unwind", Map.of());
    endedAt("Unwound");
    verify(repair).releasePart(any(), anyString());
    verify(unwinding).cancelVisit(any(), anyString());
    verify(unwinding).cancelShipments(any(), anyString());
    verify(unwinding).cancelReplacement(any(), anyString());
  }

  @Test
  void unwindsNothingElse() {
    when(unwinding.find(anyString())).thenReturn(new Bookings(false, true, false, false));
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
}
