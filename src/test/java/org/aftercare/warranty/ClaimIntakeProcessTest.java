package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aftercare.cases.ServiceCase;
import org.aftercare.warranty.WarrantyClaims.Finding;
import org.aftercare.warranty.WarrantyClaims.PurchaseSearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClaimIntakeProcessTest extends ProcessTest {

  @AfterAll
  void everyElementWasEntered() {
    assertThat(missed("claim-intake")).isEmpty();
  }

  private void takeIn(boolean factsKnown) {
    start("claim-intake", Map.of("factsKnown", factsKnown));
  }

  /** One after the other, and nothing more once they are used up. */
  private void finds(Finding... findings) {
    List<Finding> left = new ArrayList<>(List.of(findings));
    when(claims.check(anyString(), anyBoolean(), anyBoolean()))
        .thenAnswer(call -> left.isEmpty() ? Finding.NONE : left.remove(0));
  }

  @Test
  void acceptsAClaimWhoseFactsAreKnownWithoutAskingAgain() {
    takeIn(true);
    endedAt("Accepted");
    verify(claims, never()).lookUpPurchase(any(), any(), any());
  }

  @Test
  void looksUpWhatTheApiCouldNot() {
    takeIn(false);
    endedAt("Accepted");
    verify(claims).lookUpCustomer(caseNumber());
  }

  @Test
  void asksForProofAndGoesOnWhenAPersonFindsThePurchase() {
    when(claims.lookUpPurchase(anyString(), any(), any()))
        .thenReturn(PurchaseSearch.NOT_FOUND, PurchaseSearch.FOUND);
    takeIn(false);
    assertThat(told).containsExactly("warranty.proof-needed");
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    message("ProofProvided");
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
    complete(
        "ClarifyPurchase",
        "front-office",
        Map.of("purchase", "FOUND", "orderNumber", "O-7", "serialNumber", "S-7"));
    verify(claims).lookUpPurchase(caseNumber(), "O-7", "S-7");
    endedAt("Accepted");
  }

  @Test
  void endsWithoutProofWhenAPersonFindsNoPurchase() {
    when(claims.lookUpPurchase(anyString(), any(), any())).thenReturn(PurchaseSearch.NOT_FOUND);
    takeIn(false);
    message("ProofProvided");
    complete("ClarifyPurchase", "front-office", "purchase", "NOT_FOUND");
    endedAt("NoProof");
    assertThat(told).endsWith("warranty.no-proof");
  }

  @Test
  void endsWithoutProofAfterFourteenDays() {
    when(claims.lookUpPurchase(anyString(), any(), any())).thenReturn(PurchaseSearch.NOT_FOUND);
    takeIn(false);
    timeIsUp("ProofOverdue");
    endedAt("NoProofInTime");
    assertThat(told).endsWith("warranty.no-proof");
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
  }

  @Test
  void asksAPersonAboutACustomerWhomNobodyKnows() {
    when(claims.lookUpPurchase(anyString(), any(), any()))
        .thenReturn(PurchaseSearch.CUSTOMER_UNKNOWN);
    takeIn(false);
    assertThat(told).isEmpty();
    complete("ClarifyPurchase", "front-office", "purchase", "NOT_FOUND");
    endedAt("NoProof");
  }

  @Test
  void endsADuplicate() {
    finds(Finding.DUPLICATE);
    takeIn(true);
    endedAt("Duplicate");
    assertThat(told).containsExactly("warranty.duplicate");
  }

  @Test
  void neverRefusesAnotherSerialNumberWithoutAPerson() {
    finds(Finding.SERIAL_MISMATCH);
    takeIn(true);
    assertThat(told).isEmpty();
    complete("CheckSerialNumber", "claims", "serialCheck", "FRAUD");
    endedAt("Fraud");
    assertThat(told).containsExactly("warranty.rejected-serial");
  }

  @Test
  void acceptsAnotherSerialNumberThatAPersonFindsGenuine() {
    finds(Finding.SERIAL_MISMATCH);
    takeIn(true);
    complete("CheckSerialNumber", "claims", "serialCheck", "GENUINE");
    endedAt("Accepted");
    assertThat(told).isEmpty();
    verify(claims).check(caseNumber(), true, false);
  }

  @Test
  void stillAssessesTheSafetyOfAnItemWithAnotherSerialNumber() {
    finds(Finding.SERIAL_MISMATCH, Finding.SAFETY);
    takeIn(true);
    complete("CheckSerialNumber", "claims", "serialCheck", "GENUINE");
    assertThat(told).containsExactly("warranty.stop-using");
    complete("AssessSafety", "legal", "safety", "DEFECT");
    endedAt("Recalled");
  }

  @Test
  void stillFindsTheOpenClaimForAnItemThatIsNotDangerous() {
    finds(Finding.SAFETY, Finding.DUPLICATE);
    takeIn(true);
    complete("AssessSafety", "legal", "safety", "NO_DEFECT");
    endedAt("Duplicate");
  }

  @Test
  void warnsFirstAndLetsLegalAssessWhatMayBeDangerous() {
    finds(Finding.SAFETY);
    takeIn(true);
    assertThat(told).containsExactly("warranty.stop-using");
    complete("AssessSafety", "legal", "safety", "DEFECT");
    endedAt("Recalled");
    assertThat(told)
        .containsExactly("warranty.stop-using", "warranty.recall", "warranty.recall-reported");
  }

  @Test
  void goesOnWhenLegalSeesNoDanger() {
    finds(Finding.SAFETY);
    takeIn(true);
    complete("AssessSafety", "legal", "safety", "NO_DEFECT");
    endedAt("Accepted");
    assertThat(told).containsExactly("warranty.stop-using");
  }

  @Test
  void sendsTheRecallNoticeAtOnce() {
    finds(Finding.RECALL);
    takeIn(true);
    endedAt("Recalled");
    assertThat(told).containsExactly("warranty.recall", "warranty.recall-reported");
  }

  @Test
  void everyCheckIsMadeOfTheCaseItself() {
    takeIn(true);
    verify(claims).check(eq(caseNumber()), eq(false), eq(false));
  }
}
