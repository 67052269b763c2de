package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimRemedyProcessTest extends ProcessTest {

  @AfterAll
  void everyElementWasEntered() {
    assertThat(missed("claim-remedy")).isEmpty();
  }

  private void find(String coverage, int failedRepairs) {
    find(coverage, failedRepairs, false, false, false);
  }

  private void find(
      String coverage, int failedRepairs, boolean paid, boolean lost, boolean recalled) {
    start(
        "claim-remedy",
        Map.of(
            "coverage",
            coverage,
            "failedRepairs",
            failedRepairs,
            "repairRuledOut",
            lost || recalled,
            "repairPaid",
            paid,
            "itemLost",
            lost,
            "recalled",
            recalled));
  }

  @Test
  void decidesACheapRepairWithoutAPerson() {
    find("COVERED", 0);
    endedAt("RemedyDecided");
    verify(remedy).price(caseNumber(), "REPAIR");
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2000.01,claims", "10000,claims", "10000.01,contracts", "50000.01,department-heads"})
  void letsTheRightPeopleApprove(String amount, String group) {
    when(remedy.price(anyString(), any())).thenReturn(money(amount));
    find("COVERED", 0);
    complete("ApproveRemedy", group, "approval", "APPROVED");
    endedAt("RemedyDecided");
  }

  @Test
  void pricesTheOtherRemedyThatAnApproverPrefers() {
    when(remedy.price(anyString(), any())).thenReturn(money("5000"), money("1500"));
    find("COVERED", 0);
    complete(
        "ApproveRemedy", "claims", Map.of("approval", "OTHER_REMEDY", "otherRemedy", "REPLACE"));
    verify(remedy).price(caseNumber(), "REPLACE");
    endedAt("RemedyDecided");
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, false, REPAIR",
    "false, true, false, REPAIR",
    "false, true, false, REPLACE",
    "false, false, true, REPLACE"
  })
  void nobodyMayChooseWhatCannotBeDone(
      boolean lost, boolean recalled, boolean soldOut, String choice) {
    when(remedy.price(anyString(), any())).thenReturn(money("5000"));
    when(remedy.estimate(anyString()))
        .thenReturn(new RemedyFacts(true, true, 15, 0, WarrantyClaim.Wish.REPAIR, soldOut));
    find("COVERED", 0, false, lost, recalled);

    assertThatThrownBy(
            () ->
                complete(
                    "ApproveRemedy",
                    "claims",
                    Map.of("approval", "OTHER_REMEDY", "otherRemedy", choice)))
        .hasMessageContaining("otherRemedy has a value that is not allowed")
        .hasMessageContaining("REFUND");
    complete("ApproveRemedy", "claims", "approval", "OUTSIDE_POLICY");
    assertThatThrownBy(
            () -> complete("DecideOutsidePolicy", "department-heads", "otherRemedy", choice))
        .hasMessageContaining("otherRemedy has a value that is not allowed");
    complete("DecideOutsidePolicy", "department-heads", "otherRemedy", "REFUND");
    endedAt("RemedyDecided");
  }

  @Test
  void letsTheDepartmentHeadDecideOutsidePolicy() {
    when(remedy.price(anyString(), any())).thenReturn(money("5000"));
    find("COVERED", 0);
    complete("ApproveRemedy", "claims", "approval", "OUTSIDE_POLICY");
    complete("DecideOutsidePolicy", "department-heads", "otherRemedy", "REFUND");
    endedAt("RemedyDecided");
  }

  @Test
  void letsTheCustomerChooseAfterTheSecondFailedRepair() {
    find("COVERED", 2);
    assertThat(told).containsExactly("warranty.choose-remedy");
    message("RemedyChosen", Map.of("remedy", "REFUND"));
    verify(remedy).price(caseNumber(), "REFUND");
    endedAt("RemedyDecided");
  }

  @Test
  void replacesWhenTheCustomerDoesNotChoose() {
    find("COVERED", 2);
    timeIsUp("ChoiceOverdue");
    verify(remedy).price(caseNumber(), "REPLACE");
    endedAt("RemedyDecided");
  }

  @Test
  void repairsForACustomerWhoHasPaid() {
    find("PAID", 0);
    assertThat(told).containsExactly("warranty.quote");
    verify(remedy, never()).invoice(any(), any());
    message("QuoteAnswered", Map.of("quoteAccepted", true));
    verify(remedy).invoice(any(), anyString());
    message("InvoicePaid");
    endedAt("PaidRepairAgreed");
  }

  @Test
  void doesNothingForACustomerWhoDeclines() {
    find("PAID", 0);
    message("QuoteAnswered", Map.of("quoteAccepted", false));
    endedAt("QuoteDeclined");
    verify(remedy, never()).invoice(any(), any());
  }

  @Test
  void doesNothingForACustomerWhoDoesNotAnswer() {
    find("PAID", 0);
    timeIsUp("QuoteOverdue");
    endedAt("QuoteDeclined");
  }

  @Test
  void doesNothingForACustomerWhoDoesNotPay() {
    find("PAID", 0);
    message("QuoteAnswered", Map.of("quoteAccepted", true));
    assertThat(told).endsWith("warranty.invoice");
    assertThat(dueDate("PaymentDue"))
        .as("the end of 16 December in Stockholm")
        .isEqualTo("2026-12-16T23:00:00Z");
    timeIsUp("PaymentDue");
    assertThat(told).endsWith("warranty.payment-reminder");
    verify(remedy, never()).credit(any(), any());
    assertThat(dueDate("PaymentOverdue"))
        .as("the end of the seventh day after 16 December in Stockholm")
        .isEqualTo("2026-12-23T23:00:00Z");
    timeIsUp("PaymentOverdue");
    verify(remedy).credit(any(), anyString());
    assertThat(told).endsWith("warranty.repair-not-paid");
    endedAt("NotPaid");
  }

  @Test
  void repairsForACustomerWhoPaysOnceReminded() {
    find("PAID", 0);
    message("QuoteAnswered", Map.of("quoteAccepted", true));
    timeIsUp("PaymentDue");
    message("InvoicePaid");
    endedAt("PaidRepairAgreed");
    verify(remedy, never()).credit(any(), any());
  }

  @Test
  void quotesARepairThatIsPaidAlreadyNoSecondTime() {
    find("PAID", 1, true, false, false);
    endedAt("RemedyDecided");
    assertThat(told).isEmpty();
    verify(remedy, never()).invoice(any(), any());
  }

  @Test
  void triesARepairThatTheCustomerPaysTwiceAtMost() {
    find("PAID", 2, true, false, false);
    endedAt("NothingToRepair");
    assertThat(told)
        .as("who has paid is not told that nothing costs anything")
        .containsExactly("warranty.repair-given-up");
  }

  @ParameterizedTest
  @CsvSource({"COVERED", "GOODWILL", "PAID"})
  void replacesWhatWasLostInOurHandsWhoeverAnswersForTheFault(String coverage) {
    find(coverage, 0, true, true, false);
    endedAt("RemedyDecided");
    verify(remedy).price(caseNumber(), "REPLACE");
  }

  @Test
  void sendsNobodyASecondRecalledItem() {
    find("COVERED", 0, false, false, true);
    endedAt("RemedyDecided");
    verify(remedy).price(caseNumber(), "REFUND");
  }

  @Test
  void cannotRepairForMoneyWhatCannotBeRepaired() {
    when(remedy.estimate(anyString()))
        .thenReturn(new RemedyFacts(false, false, 0, 0, WarrantyClaim.Wish.NONE, false));
    find("PAID", 0);
    assertThat(told).containsExactly("warranty.not-repairable");
    endedAt("NothingToRepair");
  }
}
