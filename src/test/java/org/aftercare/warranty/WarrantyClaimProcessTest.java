package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.aftercare.warranty.ClaimUnwinding.Bookings;
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
            "factsKnown", true, "failedRepairs", 0, "repairRuledOut", false, "misuseFound", false));
  }

  private void repaired(boolean works) {
    complete("RecordVisit", "technicians", "visitResult", "REPAIRED");
    message("RepairConfirmed", Map.of("works", works));
  }

  @Test
  void theBrokenRefrigeratorFromMessageToClosedCase() {
    when(remedy.price(anyString(), any())).thenReturn(money("3450"));
    when(repair.reservePart(any(), anyString())).thenReturn(4);
    claim();
    assertThat(told).containsExactly("warranty.received", "warranty.covered");
    complete("ApproveRemedy", "claims", "approval", "APPROVED");
    assertThat(told).endsWith("warranty.part-ordered", "supplier.part-order");
    message("PartArrived");
    assertThat(told).endsWith("warranty.appointment");
    repaired(true);
    verify(settlement).extend(any(), anyString(), org.mockito.ArgumentMatchers.eq(12));
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
  void replacesARecalledItemWithoutARepair() {
    when(claims.check(anyString(), anyBoolean(), anyBoolean())).thenReturn(Finding.RECALL);
    claim();
    verify(coverage, never()).facts(any(), anyBoolean());
    message("ShipmentDelivered");
    verify(cases).close(caseNumber(), "REPLACED");
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
    endedAt("WithoutRemedy");
    verify(cases).close(caseNumber(), "QUOTE_DECLINED");
  }

  @Test
  void refundsWhatIsSoldOut() {
    when(remedy.estimate(anyString())).thenReturn(BEYOND_REPAIR);
    when(replacements.order(any(), anyString())).thenReturn(false);
    claim();
    assertThat(told).contains("warranty.refunded");
    verify(settlement).recover(any(), anyString(), org.mockito.ArgumentMatchers.eq("REFUND"));
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
    when(repair.reservePart(any(), anyString())).thenReturn(30);
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
    verify(settlement, never()).recover(any(), any(), any());
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
    complete("TakeBackLoaner", "warehouse", Map.of());
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
    when(unwinding.find(anyString())).thenReturn(new Bookings(true, true, false, false));
    claim();
    message("HumanWanted");
    complete("TalkToCustomer", "front-office", "handOver", "CLOSED_BY_PERSON");
    endedAt("TakenOverClosed");
    verify(unwinding).cancelVisit(any(), anyString());
    verify(repair).releasePart(any(), anyString());
    verify(cases).close(caseNumber(), "CLOSED_BY_PERSON");
    assertThat(told).endsWith("warranty.closed-by-person");
  }

  @Test
  void theCustomerCancelsAndAllIsUnwound() {
    when(unwinding.find(anyString())).thenReturn(new Bookings(true, true, false, false));
    claim();
    message("CustomerCancelled");
    endedAt("Cancelled");
    verify(unwinding).cancelVisit(any(), anyString());
    verify(cases).cancel(caseNumber());
    assertThat(told).endsWith("warranty.cancelled");
  }

  @Test
  void aCorrectionIsConfirmedAndBookingsAreAdjusted() {
    claim();
    message("DataCorrected");
    assertThat(told).endsWith("case.corrected");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("AdjustBookings").count()).isZero();
    when(unwinding.find(anyString())).thenReturn(new Bookings(false, true, false, false));
    message("DataCorrected");
    complete("AdjustBookings", "repair-planning", Map.of());
    repaired(true);
    verify(cases, times(1)).close(caseNumber(), "REPAIRED");
  }
}
