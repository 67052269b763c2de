package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.aftercare.testing.DelegateTest;
import org.aftercare.testing.FakeCompany;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each step reads from the process and leaves in it. */
class DelegatesTest extends DelegateTest {

  private final FakeDesk desk = new FakeDesk();
  private final FakeCompany company = desk.company;
  private final ClaimSettlement settlement =
      new ClaimSettlement(
          desk.claims,
          desk.commitments,
          company.contracts,
          company.accounting,
          desk.remote,
          desk.cases,
          desk.calendar,
          desk.clock);

  private String caseNumber;

  @BeforeEach
  void openCase() {
    caseNumber = desk.openEstimatedCase();
    of(caseNumber);
  }

  @Test
  void lookUpCustomerTellsOnlyOfAnUnknownCustomer() throws Exception {
    run(new LookUpCustomerDelegate(desk.intake));
    assertThat(set).isEmpty();

    WarrantyClaim claim = desk.claims.require(caseNumber);
    desk.claims.change(
        new WarrantyClaim(
            caseNumber,
            "C-0",
            "SE",
            false,
            claim.orderNumber(),
            claim.serialNumber(),
            claim.report(),
            null,
            null));
    run(new LookUpCustomerDelegate(desk.intake));
    assertThat(stored()).containsExactly(Map.entry("purchase", "CUSTOMER_UNKNOWN"));
  }

  @Test
  void lookUpPurchaseTakesWhatAPersonHasFound() throws Exception {
    variables.put("orderNumber", " O-0 ");
    variables.put("serialNumber", "  ");

    run(new LookUpPurchaseDelegate(desk.intake));
    assertThat(stored()).containsExactly(Map.entry("purchase", "NOT_FOUND"));

    variables.put("orderNumber", FakeCompany.ORDER);
    run(new LookUpPurchaseDelegate(desk.intake));
    assertThat(stored()).containsExactly(Map.entry("purchase", "FOUND"));
  }

  @ParameterizedTest
  @CsvSource({", SERIAL_MISMATCH", "GENUINE, NONE", "FRAUD, SERIAL_MISMATCH"})
  void checkClaimHearsWhatPeopleHaveCleared(String serialCheck, String finding) throws Exception {
    WarrantyClaim claim = desk.claims.require(caseNumber);
    desk.claims.change(
        new WarrantyClaim(
            caseNumber,
            claim.customerId(),
            "SE",
            true,
            claim.orderNumber(),
            "OTHER-1",
            claim.report(),
            claim.purchase(),
            null));
    variables.put("serialCheck", serialCheck);

    run(new CheckClaimDelegate(desk.intake));

    assertThat(stored()).containsExactly(Map.entry("finding", finding));
  }

  @Test
  void whatCoverageWeighsIsNotStored() throws Exception {
    variables.put("country", "SE");

    run(new LookUpGuaranteeDelegate(new ClaimCoverage(desk.claims, company.contracts)));

    assertThat(stored()).isEmpty();
    assertThat(weighed())
        .containsEntry("monthsSinceDelivery", 14)
        .containsEntry("daysSinceNoticed", 2)
        .containsEntry("meantToLast", true)
        .containsEntry("commercialGuarantee", false)
        .containsEntry("misuse", false)
        .containsEntry("extendedMonths", 0)
        .containsEntry(
            "purchasedOn",
            Date.from(LocalDate.of(2025, 9, 18).atStartOfDay(ZoneId.systemDefault()).toInstant()));
  }

  @Test
  void theCountryOfThePurchaseDecidesOnceItIsKnown() throws Exception {
    variables.put("country", "DK");

    run(new LookUpGuaranteeDelegate(new ClaimCoverage(desk.claims, company.contracts)));

    assertThat(stored()).containsExactly(Map.entry("country", "SE"));
  }

  @Test
  void misuseComesFromTheProcess() throws Exception {
    variables.put("misuseFound", true);

    run(new LookUpGuaranteeDelegate(new ClaimCoverage(desk.claims, company.contracts)));

    assertThat(weighed()).containsEntry("misuse", true);
  }

  @Test
  void estimateRepairStoresWhereAndWeighsTheRest() throws Exception {
    run(new EstimateRepairDelegate(desk.remedy()));

    assertThat(stored())
        .containsOnly(
            Map.entry("home", true),
            Map.entry("repairPossible", true),
            Map.entry("replacementPossible", true));
    assertThat(weighed())
        .containsOnly(
            Map.entry("repairable", true),
            Map.entry("costPercent", 37),
            Map.entry("leadTimeDays", 0),
            Map.entry("customerWish", "NONE"),
            Map.entry("soldOut", false));
  }

  @Test
  void priceRemedyWeighsAnAmountAndItsCurrency() throws Exception {
    variables.put("remedy", "REPLACE");

    run(new PriceRemedyDelegate(desk.remedy()));

    assertThat(stored()).isEmpty();
    assertThat(weighed()).containsOnly(Map.entry("amount", 8990.0), Map.entry("currency", "SEK"));
  }

  @Test
  void invoiceRepairLeavesItsNumberInTheProcess() throws Exception {
    run(new InvoiceRepairDelegate(desk.remedy()));

    assertThat(stored()).containsOnly(Map.entry("invoiceNumber", "INV-1"));
    when(execution.getCurrentActivityId()).thenReturn("CreditRepair");
    run(new CreditRepairDelegate(desk.remedy()));
    assertThat(company.effects).containsExactly("invoice 3250.00 SEK", "credit INV-1");
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, 0, 1, false",
    "FAILED, 1, 2, false",
    "PART_TOO_LATE, 1, 1, true",
    "NOT_REPAIRABLE, 0, 0, true",
    "ITEM_LOST, 0, 0, true"
  })
  void weighRepairCountsFailuresAndRulesOutTheRest(
      String result, int before, int after, boolean ruledOut) throws Exception {
    variables.put("repairResult", result);
    variables.put("failedRepairs", before);
    variables.put("repairRuledOut", false);

    run(new WeighRepairDelegate(desk.cases));

    assertThat(variables).containsEntry("failedRepairs", after);
    assertThat(variables).containsEntry("repairRuledOut", ruledOut);
    assertThat(variables.containsKey("itemLost")).isEqualTo(result.equals("ITEM_LOST"));
  }

  @Test
  void settlingReadsTheDecisions() throws Exception {
    variables.put("remedy", "REPAIR");
    run(new PrepareExtensionDelegate(settlement));
    assertThat(weighed()).containsOnlyKeys("repairedOn");

    variables.put("extensionMonths", 0);
    run(new ExtendGuaranteeDelegate(settlement));
    assertThat(company.effects).isEmpty();
    variables.put("extensionMonths", 12);
    run(new ExtendGuaranteeDelegate(settlement));

    variables.put("outcome", "REPAIRED");
    when(execution.getCurrentActivityId()).thenReturn("RecoverCosts");
    run(new RecoverCostsDelegate(settlement));
    assertThat(stored()).containsOnly(Map.entry("recovery", "CLAIMED"));

    assertThat(company.effects)
        .containsExactly("extend NK-RF-300-0001 by 12", "recover 3250.00 SEK from nordkyl");
  }
}
