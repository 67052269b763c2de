package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.aftercare.warranty.WarrantyClaims.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarrantyClaimProcessTest extends ProcessTest {

  private static final RemedyFacts BEYOND_REPAIR =
      new RemedyFacts(false, false, 0, 0, WarrantyClaim.Wish.NONE, false);

  @AfterAll
  void everyElementWasEntered() {
    assertThat(missed(WarrantyProcess.KEY)).isEmpty();
  }

  private void claim() {
    start(
        WarrantyProcess.KEY,
        Map.of(
            "factsKnown",
            true,
            "failedRepairs",
            0,
            "repairRuledOut",
            false,
            "misuseFound",
            false,
            "itemLost",
            false,
            "recalled",
            false,
            "repairPaid",
            false));
  }

  private void repaired(boolean works) {
    complete("RecordVisit", "technicians", "visitResult", "REPAIRED");
    message("RepairConfirmed", Map.of("works", works));
  }

  @Test
  void theBrokenRefrigeratorFromMessageToClosedCase() {
    when(remedy.price(anyString(), any())).thenReturn(money("3450"));
    partIn(4);
    claim();
    assertThat(told).containsExactly("warranty.received", "warranty.covered");
    complete("ApproveRemedy", "claims", "approval", "APPROVED");
    assertThat(told).endsWith("warranty.part-ordered", "supplier.part-order");
    message("PartArrived");
    assertThat(told).endsWith("warranty.appointment");
    repaired(true);
    verify(settlement).extend(any(), anyString(), eq(12));
    verify(cases).close(caseNumber(), "REPAIRED");
    message("SurveyAnswered");
    endedAt("ClaimClosed");
    assertThat(told)
        .containsExactly(
            "warranty.received",
            "warranty.covered",
            "warranty.part-ordered",
            "supplier.part-order",
            "warranty.appointment",
            "warranty.works",
            "supplier.recovery",
            "warranty.closed",
            "case.survey");
  }

  @ParameterizedTest
  @CsvSource({"DUPLICATE,DUPLICATE", "SERIAL_MISMATCH,FRAUD"})
  void closesAClaimThatIsNotAccepted(Finding finding, String outcome) {
    when(claims.check(anyString(), anyBoolean(), anyBoolean())).thenReturn(finding);
    claim();
    if (finding == Finding.SERIAL_MISMATCH) {
      complete("CheckSerialNumber", "claims", "serialCheck", "FRAUD");
    }
    endedAt("NotAccepted");
    verify(cases).close(caseNumber(), outcome);
  }

  @Test
  void paysARecalledItemBackWithoutARepair() {
    when(claims.check(anyString(), anyBoolean(), anyBoolean())).thenReturn(Finding.RECALL);
    claim();
    verify(coverage, never()).facts(any(), anyBoolean());
    verify(replacements, never()).order(any(), any());
    verify(cases).close(caseNumber(), "REFUNDED");
    assertThat(told)
        .containsSubsequence("warranty.refunded", "warranty.recalled-item", "warranty.closed");
  }

  @Test
  void closesARefusedClaimAndAsksHowItWent() {
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(LONG_OUT_OF_PERIOD);
    claim();
    timeIsUp("AppealOverdue");
    verify(cases).close(caseNumber(), "REJECTED");
    assertThat(told).endsWith("case.survey");
    timeIsUp("SurveyOverdue");
    endedAt("NotCovered");
  }

  @Test
  void closesWhenTheCustomerDeclinesTheQuote() {
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(JUST_OUT_OF_PERIOD);
    claim();
    complete("DecideGoodwill", "claims", "goodwill", "PAID");
    message("QuoteAnswered", Map.of("quoteAccepted", false));
    verify(cases).close(caseNumber(), "QUOTE_DECLINED");
    assertThat(told).endsWith("warranty.quote", "warranty.closed", "case.survey");
    message("SurveyAnswered");
    endedAt("WithoutRemedy");
  }

  private void claimPaidRepair() {
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(JUST_OUT_OF_PERIOD);
    claim();
    complete("DecideGoodwill", "claims", "goodwill", "PAID");
    message("QuoteAnswered", Map.of("quoteAccepted", true));
    message("InvoicePaid");
    waitsAt("RecordVisit");
  }

  @Test
  void repairsAgainWithoutASecondInvoiceAndPaysBackWhatFailsTwice() {
    claimPaidRepair();
    repaired(false);
    verify(remedy, times(1)).invoice(any(), anyString());
    repaired(false);
    verify(remedy).credit(any(), anyString());
    verify(cases).close(caseNumber(), "NOT_REPAIRED");
    assertThat(told)
        .doesNotContain("warranty.not-repairable")
        .containsSubsequence(
            "warranty.repair-given-up",
            "warranty.repair-credited",
            "warranty.closed",
            "case.survey");
  }

  @Test
  void paysARepairBackThatMisuseHasMadeImpossible() {
    claimPaidRepair();
    complete("RecordVisit", "technicians", "visitResult", "MISUSE");
    verify(coverage, never()).facts(caseNumber(), true);
    verify(remedy).credit(any(), anyString());
    verify(cases).close(caseNumber(), "NOT_REPAIRED");
  }

  @Test
  void replacesAnItemThatIsLostDuringAPaidRepairAndPaysTheRepairBack() {
    when(remedy.estimate(anyString()))
        .thenReturn(new RemedyFacts(true, false, 15, 0, WarrantyClaim.Wish.REPAIR, false));
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(JUST_OUT_OF_PERIOD);
    claim();
    complete("DecideGoodwill", "claims", "goodwill", "PAID");
    message("QuoteAnswered", Map.of("quoteAccepted", true));
    message("InvoicePaid");
    message("ShipmentLost");
    message("ShipmentDelivered");
    verify(remedy).credit(any(), anyString());
    verify(settlement).recover(any(), anyString(), eq("REPLACE"), eq("REPLACED"), eq(true));
    verify(cases).close(caseNumber(), "REPLACED");
  }

  @Test
  void refundsWhatIsSoldOut() {
    when(remedy.estimate(anyString())).thenReturn(BEYOND_REPAIR);
    when(replacements.order(any(), anyString())).thenReturn(false);
    claim();
    assertThat(told).contains("warranty.refunded").doesNotContain("warranty.recalled-item");
    verify(settlement).recover(any(), anyString(), eq("REFUND"), eq("REFUNDED"), eq(false));
    verify(cases).close(caseNumber(), "REFUNDED");
  }

  @Test
  void refundsAtOnceWhenTheRulesSaySo() {
    when(remedy.estimate(anyString()))
        .thenReturn(new RemedyFacts(false, false, 0, 0, WarrantyClaim.Wish.NONE, true));
    claim();
    verify(replacements, never()).order(any(), any());
    verify(cases).close(caseNumber(), "REFUNDED");
  }

  @Test
  void replacesWhenThePartIsTooLate() {
    partIn(30);
    claim();
    message("ShipmentDelivered");
    verify(cases).close(caseNumber(), "REPLACED");
  }

  @Test
  void letsTheCustomerChooseTheirMoneyAfterTwoFailedRepairs() {
    claim();
    repaired(false);
    repaired(false);
    assertThat(told).endsWith("warranty.choose-remedy");
    message("RemedyChosen", Map.of("remedy", "REFUND"));
    verify(cases).close(caseNumber(), "REFUNDED");
  }

  @Test
  void closesWhenNoFaultIsFound() {
    claim();
    complete("RecordVisit", "technicians", "visitResult", "NO_FAULT_FOUND");
    verify(cases).close(caseNumber(), "NO_FAULT");
    verify(remedy, never()).credit(any(), any());
    verify(settlement).recover(any(), anyString(), any(), eq("NO_FAULT"), eq(false));
  }

  @Test
  void decidesCoverageAnewWhenTheTechnicianFindsMisuse() {
    claim();
    complete("RecordVisit", "technicians", "visitResult", "MISUSE");
    verify(coverage).facts(caseNumber(), true);
  }

  @Test
  void offersALoanerOnDaySevenBesideTheRepair() {
    claim();
    timeIsUp("RepairTakesLong");
    assertThat(told).endsWith("warranty.loaner-offer");
    message("LoanerAnswered", Map.of("loanerWanted", false));
    repaired(true);
    message("SurveyAnswered");
    endedAt("ClaimClosed");
    assertThat(passed()).contains("LoanerSettled");
  }

  @Test
  void keepsALoanerThatIsOutUntilItIsBackAlthoughTheRepairIsDone() {
    claim();
    timeIsUp("RepairTakesLong");
    message("LoanerAnswered", Map.of("loanerWanted", true));
    repaired(true);
    message("SurveyAnswered");
    complete("TakeBackLoaner", "warehouse", "loanerReturn", "RETURNED");
    endedAt("ClaimClosed");
  }

  @Test
  void aPersonCanBeReachedAndHandsBack() {
    claim();
    message("HumanWanted");
    assertThat(told).endsWith("case.human-wanted");
    complete("TalkToCustomer", "front-office", "handOver", "HANDED_BACK");
    waitsAt("RecordVisit");
    message("HumanWanted");
    complete("TalkToCustomer", "front-office", "handOver", "HANDED_BACK");
    repaired(true);
    verify(cases).close(caseNumber(), "REPAIRED");
  }

  @Test
  void aPersonMayCloseTheCaseAndAllIsUnwound() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(true, true, false, false, false, false));
    claim();
    message("HumanWanted");
    complete("TalkToCustomer", "front-office", "handOver", "CLOSED_BY_PERSON");
    await()
        .untilAsserted(
            () -> {
              run();
              endedAt("TakenOverClosed");
            });
    verify(unwinding).cancelVisit(any(), anyString());
    verify(repair).releasePart(any(), anyString());
    verify(cases).close(caseNumber(), "CLOSED_BY_PERSON");
    assertThat(told).endsWith("warranty.closed-by-person");
  }

  @Test
  void theCustomerIsToldBeforeTheWarehouseSettlesWhatIsOut() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, true, false));
    claim();
    message("HumanWanted");
    complete("TalkToCustomer", "front-office", "handOver", "CLOSED_BY_PERSON");
    await()
        .untilAsserted(
            () -> {
              run();
              waitsAt("SettleGoods");
            });
    assertThat(told).endsWith("warranty.closed-by-person");
    verify(cases, never()).close(any(), any());
    complete("SettleGoods", "warehouse", "goods", "SETTLED");
    endedAt("TakenOverClosed");
    verify(cases).close(caseNumber(), "CLOSED_BY_PERSON");
  }

  @Test
  void theCustomerCancelsAndAllIsUnwound() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(true, true, false, false, false, false));
    claim();
    message("CustomerCancelled");
    endedAt("Cancelled");
    verify(unwinding).cancelVisit(any(), anyString());
    verify(cases).cancel(caseNumber());
    assertThat(told).endsWith("warranty.cancelled");
  }

  @Test
  void theCaseIsCancelledWhileTheWarehouseSettlesWhatTheCarrierHasFetchedAlready() {
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, true, false, false, false));
    when(unwinding.cancelShipments(any(), anyString())).thenReturn(true);
    claim();
    message("CustomerCancelled");
    waitsAt("SettleGoods");
    assertThat(told).endsWith("warranty.cancelled");
    verify(cases).cancel(caseNumber());
    complete("SettleGoods", "warehouse", "goods", "SETTLED");
    endedAt("Cancelled");
    verify(cases, never()).close(any(), any());
  }

  @Test
  void aCorrectionIsConfirmedAndBookingsAreAdjusted() {
    claim();
    message("DataCorrected");
    assertThat(told).endsWith("case.corrected");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("AdjustBookings").count()).isZero();
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, true, false, false, false, false));
    message("DataCorrected");
    complete("AdjustBookings", "repair-planning", "adjustment", "ADJUSTED");
    repaired(true);
    verify(cases, times(1)).close(caseNumber(), "REPAIRED");
  }
}
