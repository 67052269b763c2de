package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.aftercare.cases.DefectIntake.Defect;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.aftercare.warranty.WarrantyClaims.PurchaseSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case of another flow goes on as a warranty claim. */
class WarrantyDefectIntakeTest {

  private final FakeDesk desk = new FakeDesk();
  private final WarrantyDefectIntake intake =
      new WarrantyDefectIntake(
          desk.claims,
          desk.cases,
          desk.company.customers,
          new WarrantyProcess(null) {
            @Override
            void start(String caseNumber, String country, boolean factsKnown) {
              desk.started.add(country + (factsKnown ? " known" : " to be looked up"));
            }
          });

  private WarrantyClaim takeOver(LocalDate noticedOn, boolean replacementWished) {
    String caseNumber = desk.open("product-return");
    intake.takeOver(
        new Defect(
            caseNumber,
            FakeCompany.ASTRID,
            "SE",
            FakeCompany.ORDER,
            FakeCompany.SERIAL,
            "LEAKING",
            noticedOn,
            FakeOffice.TODAY,
            replacementWished));
    return desk.claims.require(caseNumber);
  }

  @Test
  void theCaseKeepsItsNumberAndBecomesAClaim() {
    WarrantyClaim claim = takeOver(LocalDate.of(2026, 11, 20), false);

    assertThat(desk.opened.get(claim.caseNumber()).flow()).isEqualTo(WarrantyProcess.KEY);
    assertThat(claim.report().symptom()).isEqualTo(Symptom.LEAKING);
    assertThat(claim.report().noticedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(claim.report().reportedOn()).isEqualTo(FakeOffice.TODAY);
    assertThat(desk.started).containsExactly("SE to be looked up");
  }

  @Test
  void nobodyIsAskedForWhatTheOrderSays() {
    WarrantyClaim claim = takeOver(null, false);

    assertThat(claim.report().noticedOn()).as("when it was reported").isEqualTo(FakeOffice.TODAY);
    assertThat(desk.intake.lookUpCustomer(claim.caseNumber())).isTrue();
    assertThat(desk.intake.lookUpPurchase(claim.caseNumber(), null, null))
        .isEqualTo(PurchaseSearch.FOUND);
  }

  @ParameterizedTest
  @CsvSource({"true, REPLACE", "false, NONE"})
  void anExchangeThatWasWishedIsAReplacementThatIsWished(boolean wished, Wish wish) {
    assertThat(takeOver(null, wished).report().wish()).isEqualTo(wish);
  }
}
