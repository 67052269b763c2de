package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aftercare.cases.CustomerQuestion;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Money;
import org.aftercare.systems.Parts.RepairEstimate;
import org.aftercare.testing.FakeCompany;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.aftercare.warranty.ClaimSettlement.Recovered;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides between repair, replacement and refund; and how a remedied claim is settled. */
class ClaimRemedyTest {

  private final FakeDesk desk = new FakeDesk();
  private final ClaimRemedy remedy = desk.remedy();
  private final ClaimSettlement settlement =
      new ClaimSettlement(
          desk.claims,
          desk.commitments,
          desk.company.contracts,
          desk.company.accounting,
          desk.remote,
          desk.cases,
          desk.calendar,
          desk.clock);
  private final WarrantyFlow flow = new WarrantyFlow(desk.claims, desk.commitments, desk.clock);

  @ParameterizedTest
  @CsvSource({
    "5394.00, 60",
    "5394.01, 61",
    "89.90, 1",
    "0.01, 1",
    "0, 0",
    "8990, 100",
    "8990.01, 101"
  })
  void aStartedPerCentOfThePriceCounts(BigDecimal cost, int percent) {
    estimate(new Money(cost, "SEK"), true, 0);

    assertThat(remedy.estimate(desk.openCase()).costPercent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"true, 14, 0", "false, 14, 14"})
  void aPartInStockTakesNoTime(boolean inStock, int leadTime, int days) {
    estimate(FakeCompany.money("100.00"), inStock, leadTime);

    assertThat(remedy.estimate(desk.openCase()).leadTimeDays()).isEqualTo(days);
  }

  @Test
  void whatCannotBeRepairedHasNoEstimate() {
    desk.company.refusals.put("parts", "NOT_REPAIRABLE");
    String caseNumber = desk.openCase();

    assertThat(remedy.estimate(caseNumber))
        .isEqualTo(new RemedyFacts(false, false, 0, 0, Wish.NONE, false));
    assertThat(remedy.price(caseNumber, "REPAIR"))
        .as("a repair that a person chooses all the same is weighed as the dearest")
        .isEqualTo(FakeCompany.money("8990.00"));
  }

  @Test
  void aPriceInAnotherCurrencyIsNotCompared() {
    estimate(new Money(new BigDecimal("300.00"), "EUR"), true, 0);
    String caseNumber = desk.openCase();

    assertThatThrownBy(() -> remedy.estimate(caseNumber))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EUR")
        .hasMessageContaining("SEK");
  }

  @ParameterizedTest
  @CsvSource({"REPAIR, 3250.00", "REPLACE, 8990.00", "REFUND, 8990.00", "NONE, 0"})
  void aRemedyCostsTheRepairOrThePrice(String code, BigDecimal cost) {
    String caseNumber = desk.openEstimatedCase();

    assertThat(remedy.price(caseNumber, code)).isEqualTo(new Money(cost, "SEK"));
  }

  @Test
  void aPaidRepairIsInvoicedAndNotClaimedFromTheSupplier() {
    String caseNumber = desk.openEstimatedCase();

    remedy.invoice(FakeDesk.STEP, caseNumber);

    assertThat(recover(caseNumber, "REPAIR", "REPAIRED", false))
        .isEqualTo(Recovered.NOTHING_TO_CLAIM);
    assertThat(desk.company.effects).containsExactly("invoice 3250.00 SEK");
    assertThat(desk.commitmentsOf(caseNumber, Kind.INVOICE)).containsExactly("INV-1 STANDS");
    assertThat(flow.mayCancel(caseNumber)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "REPAIR, REPAIRED, 3250.00",
    "REPLACE, REPLACED, 8990.00",
    "REFUND, REFUNDED, 8990.00"
  })
  void theSupplierIsAskedForWhatTheRemedyCost(String code, String outcome, String amount) {
    String caseNumber = desk.openEstimatedCase();

    assertThat(recover(caseNumber, code, outcome, false)).isEqualTo(Recovered.CLAIMED);
    assertThat(desk.company.effects).containsExactly("recover " + amount + " SEK from nordkyl");
    assertThat(desk.events).contains("internal.warranty.recovered");
  }

  private Recovered recover(String caseNumber, String code, String outcome, boolean lost) {
    return settlement.recover(FakeDesk.STEP, caseNumber, code, outcome, lost);
  }

  @ParameterizedTest
  @CsvSource({"REPAIR, NO_FAULT", "NONE, NOT_REPAIRED"})
  void theSupplierIsNotAskedForWhatWasNotDone(String code, String outcome) {
    assertThat(recover(desk.openEstimatedCase(), code, outcome, false))
        .isEqualTo(Recovered.NOTHING_TO_CLAIM);
    assertThat(desk.company.effects).isEmpty();
  }

  @Test
  void theSupplierIsNotAskedForWhatWasLostInOurHands() {
    assertThat(recover(desk.openEstimatedCase(), "REPLACE", "REPLACED", true))
        .isEqualTo(Recovered.ITEM_LOST);
    assertThat(desk.company.effects).isEmpty();
  }

  @Test
  void anInvoiceIsTakenBackOnce() {
    String caseNumber = desk.openEstimatedCase();
    remedy.invoice(FakeDesk.STEP, caseNumber);

    remedy.credit(new StepKey("pi", "CreditRepair", 1), caseNumber);
    remedy.credit(new StepKey("pi", "CreditAgain", 1), caseNumber);

    assertThat(desk.company.effects).containsExactly("invoice 3250.00 SEK", "credit INV-1");
    assertThat(desk.commitmentsOf(caseNumber, Kind.INVOICE)).containsExactly("INV-1 TAKEN_BACK");
    assertThat(desk.events).contains("warranty.invoice-credited");
  }

  @Test
  void aSupplierMayHaveAgreedToNothing() {
    String caseNumber = desk.openEstimatedCase();
    desk.company.refusals.put("accounting", "NO_AGREEMENT");

    assertThat(recover(caseNumber, "REPAIR", "REPAIRED", false)).isEqualTo(Recovered.NO_AGREEMENT);
    assertThat(desk.events).doesNotContain("internal.warranty.recovered");
  }

  @Test
  void aGuaranteeIsLengthenedOnce() {
    String caseNumber = desk.openCase();

    settlement.extend(FakeDesk.STEP, caseNumber, 12);
    assertThat(desk.events).contains("warranty.guarantee-extended");

    desk.company.recorded.clear();
    desk.events.clear();
    desk.company.refusals.put("contracts", "ALREADY_EXTENDED");
    settlement.extend(FakeDesk.STEP, caseNumber, 12);

    assertThat(desk.events).isEmpty();
    assertThat(desk.company.effects).containsExactly("extend NK-RF-300-0001 by 12");
  }

  @Test
  void theRepairIsDatedInTheCountry() {
    assertThat(settlement.repairedOn(desk.openCase())).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void theCustomerCannotChooseWhatIsNotToBeHad() {
    String caseNumber = desk.openEstimatedCase();
    assertThat(flow.answers(caseNumber, CustomerQuestion.REMEDY))
        .containsExactlyInAnyOrder("REPAIR", "REPLACE", "REFUND");

    desk.commitments.add(
        Commitment.of(caseNumber, Kind.REPLACEMENT, "SOLD_OUT", desk.now).refused());
    assertThat(flow.answers(caseNumber, CustomerQuestion.REMEDY))
        .containsExactlyInAnyOrder("REPAIR", "REFUND");

    desk.company.refusals.put("parts", "NOT_REPAIRABLE");
    remedy.estimate(caseNumber);
    assertThat(flow.answers(caseNumber, CustomerQuestion.REMEDY)).containsExactly("REFUND");
  }

  private void estimate(Money cost, boolean inStock, int leadTime) {
    desk.company.estimate =
        new RepairEstimate("P-1", "Part", cost, true, inStock, leadTime, "kallex");
  }
}
