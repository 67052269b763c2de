package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aftercare.systems.Parts.Reservation;
import org.aftercare.warranty.Commitment.Kind;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each step reads from the process and leaves in it. */
class DelegatesTest {

  private final FakeDesk desk = new FakeDesk();
  private final TestItems items = new TestItems(desk);
  private final FakeCompany company = desk.company;
  private final ItemRepair repair =
      new ItemRepair(
          items.caseItems(),
          desk.commitments,
          company.parts,
          company.booking,
          desk.contact,
          desk.remote,
          desk.cases,
          desk.calendar,
          desk.clock);
  private final ItemTransport transport =
      new ItemTransport(
          items.caseItems(),
          desk.commitments,
          company.shipping,
          desk.contact,
          desk.remote,
          desk.cases,
          desk.clock);
  private final ItemReplacement replacement =
      new ItemReplacement(
          items.caseItems(),
          desk.commitments,
          company.orders,
          company.billing,
          desk.remote,
          desk.cases,
          desk.clock);
  private final ClaimSettlement settlement =
      new ClaimSettlement(
          desk.claims,
          desk.commitments,
          company.contracts,
          company.accounting,
          company.crm,
          desk.remote,
          desk.cases,
          desk.calendar,
          desk.clock);
  private final ClaimUnwinding unwinding =
      new ClaimUnwinding(
          desk.commitments,
          company.booking,
          company.shipping,
          company.orders,
          desk.remote,
          desk.clock);

  /** The process's variables as they stand, and as they were set. */
  private final Map<String, Object> variables = new HashMap<>();

  private final Map<String, TypedValue> set = new TreeMap<>();
  private final DelegateExecution execution = mock(DelegateExecution.class);
  private String caseNumber;

  @BeforeEach
  void openCase() {
    caseNumber = desk.openEstimatedCase();
    when(execution.getProcessBusinessKey()).thenReturn(caseNumber);
    when(execution.getProcessInstanceId()).thenReturn("pi");
    when(execution.getCurrentActivityId()).thenReturn("Step");
    when(execution.getVariable(anyString())).thenAnswer(c -> variables.get(c.getArgument(0)));
    doAnswer(
            call -> {
              TypedValue value = call.getArgument(1);
              set.put(call.getArgument(0), value);
              variables.put(call.getArgument(0), value.getValue());
              return null;
            })
        .when(execution)
        .setVariable(anyString(), any());
  }

  /** Whatever a step did: codes, figures and days, and nothing of the customer's. */
  @AfterEach
  void nothingPersonalIsInTheProcess() {
    assertThat(set.values())
        .allSatisfy(value -> assertThat(value).isInstanceOf(PrimitiveValue.class));
    assertThat(set.values().stream().map(value -> String.valueOf(value.getValue())))
        .allSatisfy(
            text ->
                assertThat(text)
                    .hasSizeLessThan(60)
                    .doesNotContainIgnoringCase("astrid")
                    .doesNotContainIgnoringCase("lindqvist")
                    .doesNotContain("@", "+46", "Björkgatan", "752 28", "Uppsala", "hums"));
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

    assertThat(stored()).containsExactly(Map.entry("home", true));
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
  void partsAreWeighedInDays() throws Exception {
    company.reservation = new Reservation("RES-1", false, LocalDate.of(2026, 11, 29));
    run(new ReservePartDelegate(repair));
    assertThat(weighed()).containsOnly(Map.entry("daysUntilPart", 7));

    variables.put("expectedOn", "2026-12-04");
    run(new WeighPartDelayDelegate(repair));
    assertThat(weighed()).containsOnly(Map.entry("daysUntilPart", 12));
    assertThat(stored()).containsOnly(Map.entry("reservationId", "RES-1"));

    when(execution.getCurrentActivityId()).thenReturn("ReleaseLatePart");
    run(new ReleasePartDelegate(repair));
    assertThat(company.effects).contains("release RES-1");
  }

  @Test
  void eachVisitIsAnAttemptOfItsOwn() throws Exception {
    run(new BookVisitDelegate(repair));
    assertThat(stored())
        .containsOnly(
            Map.entry("visit", "BOOKED"),
            Map.entry("visitNumber", 1),
            Map.entry("appointmentId", "APP-1"));

    company.refusals.put("booking", "NO_SLOT");
    run(new BookVisitDelegate(repair));
    assertThat(stored()).containsEntry("visit", "NO_SLOT").containsEntry("visitNumber", 2);
    assertThat(company.recorded).hasSize(2);
  }

  @Test
  void aRetriedVisitIsTheSameAttempt() throws Exception {
    company.down.add("booking");
    assertThatThrownBy(() -> run(new BookVisitDelegate(repair))).isNotNull();
    assertThat(set).isEmpty();
    company.down.clear();

    run(new BookVisitDelegate(repair));

    assertThat(stored()).containsEntry("visitNumber", 1);
  }

  @Test
  void aMovedAppointmentIsNoted() throws Exception {
    run(new BookVisitDelegate(repair));
    variables.putAll(
        Map.of(
            "appointmentId",
            "APP-1",
            "startsAt",
            "2026-11-25T12:00:00Z",
            "endsAt",
            "2026-11-25T14:00:00Z"));

    run(new MoveAppointmentDelegate(repair));

    assertThat(desk.commitments.latest(caseNumber, Kind.VISIT).orElseThrow().startsAt())
        .hasToString("2026-11-25T12:00:00Z");
  }

  @Test
  void theCarriersStepsCountTheirAttempts() throws Exception {
    run(new BookPickUpDelegate(transport));
    run(new BookPickUpDelegate(transport));
    assertThat(stored())
        .containsOnly(Map.entry("pickUpNumber", 2), Map.entry("shipmentId", "SHP-2"));
  }

  @Test
  void anUnknownAddressIsAnErrorThatTheModelCatchesAndTheNextAttemptIsANewOne() throws Exception {
    company.refusals.put("shipping", "ADDRESS_UNKNOWN");
    for (JavaDelegate ship :
        List.of(
            new BookPickUpDelegate(transport),
            new ReturnItemDelegate(transport),
            new ShipReplacementDelegate(transport),
            new ShipLoanerDelegate(transport))) {
      assertThatThrownBy(() -> run(ship))
          .isInstanceOfSatisfying(
              BpmnError.class,
              error -> assertThat(error.getErrorCode()).isEqualTo("ADDRESS_UNKNOWN"));
    }
    assertThat(stored())
        .containsOnly(
            Map.entry("pickUpNumber", 1),
            Map.entry("returnNumber", 1),
            Map.entry("shippingNumber", 1),
            Map.entry("loanerNumber", 1));
    company.refusals.clear();

    run(new BookPickUpDelegate(transport));

    assertThat(stored()).containsEntry("pickUpNumber", 2).containsEntry("shipmentId", "SHP-1");
  }

  @Test
  void aReplacementIsOrderedAndSentAsOneAttempt() throws Exception {
    run(new OrderReplacementDelegate(replacement));
    assertThat(stored())
        .containsOnly(Map.entry("replacement", "ORDERED"), Map.entry("deliveryNumber", 1));
    when(execution.getCurrentActivityId()).thenReturn("ShipReplacement");

    run(new ShipReplacementDelegate(transport));

    assertThat(company.effects)
        .containsExactly("replace NK-RF-300-SE NK-RF-300-0001", "DELIVERY REPLACEMENT Uppsala");
  }

  @Test
  void soldOutIsAResultForAGateway() throws Exception {
    company.refusals.put("orders", "SOLD_OUT");

    run(new OrderReplacementDelegate(replacement));

    assertThat(stored()).containsEntry("replacement", "SOLD_OUT");
  }

  @Test
  void aRefundIsTriedAnewUnderANewKey() throws Exception {
    company.refusals.put("billing", "NO_ACCOUNT");
    run(new RefundPurchaseDelegate(replacement));
    assertThat(stored())
        .containsOnly(Map.entry("refund", "NO_ACCOUNT"), Map.entry("refundNumber", 1));
    company.refusals.clear();

    run(new RefundPurchaseDelegate(replacement));

    assertThat(stored())
        .containsOnly(Map.entry("refund", "REFUNDED"), Map.entry("refundNumber", 2));
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

    when(execution.getCurrentActivityId()).thenReturn("FileOutcome");
    run(new FileOutcomeDelegate(settlement));
    assertThat(company.effects)
        .containsExactly(
            "extend NK-RF-300-0001 by 12", "recover 3250.00 SEK from nordkyl", "file REPAIRED");
  }

  @Test
  void bookingsAreFlagsForAGateway() throws Exception {
    run(new ReservePartDelegate(repair));
    set.clear();

    run(new FindBookingsDelegate(unwinding));

    assertThat(stored())
        .containsOnly(
            Map.entry("partReserved", true),
            Map.entry("visitBooked", false),
            Map.entry("shipmentBooked", false),
            Map.entry("replacementOrdered", false),
            Map.entry("goodsOut", false),
            Map.entry("invoiced", false),
            Map.entry("anythingBooked", true));
    for (JavaDelegate cancel :
        List.of(
            new CancelVisitDelegate(unwinding),
            new CancelShipmentDelegate(unwinding),
            new CancelReplacementDelegate(unwinding))) {
      run(cancel);
    }
    assertThat(company.effects).containsExactly("reserve 1 P-COMP-300");
  }

  @Test
  void aVariableOfTheWrongTypeIsNotGuessed() {
    variables.put("visitNumber", "one");

    assertThatThrownBy(() -> run(new BookVisitDelegate(repair)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("visitNumber");
  }

  private void run(JavaDelegate delegate) throws Exception {
    delegate.execute(execution);
  }

  private Map<String, Object> stored() {
    return only(false);
  }

  private Map<String, Object> weighed() {
    return only(true);
  }

  private Map<String, Object> only(boolean isTransient) {
    Map<String, Object> found = new TreeMap<>();
    set.forEach(
        (name, value) -> {
          if (value.isTransient() == isTransient) {
            found.put(name, value.getValue());
          }
        });
    return found;
  }
}
