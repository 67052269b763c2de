package org.aftercare.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Parts.Reservation;
import org.aftercare.systems.Shipping;
import org.aftercare.testing.DelegateTest;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each step with an item reads from the process and leaves in it. */
class ItemDelegatesTest extends DelegateTest {

  private final FakeOffice desk = new FakeOffice();
  private final FakeCompany company = desk.company;
  private final ItemRepair repair =
      new ItemRepair(
          TestItems.refrigerator(),
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
          TestItems.refrigerator(),
          desk.commitments,
          company.shipping,
          desk.contact,
          desk.remote,
          desk.cases,
          desk.clock);
  private final ItemReplacement replacement =
      new ItemReplacement(
          TestItems.refrigerator(),
          desk.commitments,
          company.orders,
          company.billing,
          desk.remote,
          desk.cases,
          desk.clock);
  private final ItemUnwinding unwinding =
      new ItemUnwinding(
          desk.commitments,
          company.booking,
          company.shipping,
          company.orders,
          desk.remote,
          desk.clock);

  private String caseNumber;

  @BeforeEach
  void openCase() {
    caseNumber = desk.open("warranty-claim");
    of(caseNumber);
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
  void whatFinancePaidIsNotedForTheCase() throws Exception {
    run(new NotePaymentDelegate(replacement));

    assertThat(desk.commitmentsOf(caseNumber, Kind.REFUND))
        .containsExactly("PAID_OTHERWISE STANDS");
    assertThat(set).isEmpty();
  }

  @Test
  void theOutcomeThatTheCaseClosesWithIsFiled() throws Exception {
    FileOutcomeDelegate filing =
        new FileOutcomeDelegate(new OutcomeFiling(desk.cases, company.crm, desk.remote));
    assertThatThrownBy(() -> run(filing)).isInstanceOf(IllegalStateException.class);

    variables.put("outcome", "REPAIRED");
    run(filing);

    assertThat(company.effects).containsExactly("file REPAIRED");
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
            Map.entry("anythingBooked", false));
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
  void goodsAreOutWhoseScanIsLate() throws Exception {
    run(new BookPickUpDelegate(transport));
    run(new FindBookingsDelegate(unwinding));
    assertThat(stored()).containsEntry("goodsOut", false);
    company.cancelling = Shipping.Cancelling.UNDER_WAY;

    run(new CancelShipmentDelegate(unwinding));

    assertThat(stored()).containsEntry("goodsOut", true);
  }

  @Test
  void aVariableOfTheWrongTypeIsNotGuessed() {
    variables.put("visitNumber", "one");

    assertThatThrownBy(() -> run(new BookVisitDelegate(repair)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("visitNumber");
  }

  @Test
  void aLoanerIsLentOnlyToWhomItIsOwed() throws Exception {
    run(new ReservePartDelegate(repair));
    for (String coverage : List.of("COVERED", "GUARANTEE", "GOODWILL", "PAID")) {
      variables.put("coverage", coverage);
      run(new CheckLoanerDelegate(repair));
      assertThat(stored())
          .as(coverage)
          .containsEntry("loanerNeeded", Set.of("COVERED", "GUARANTEE").contains(coverage));
    }
  }

  @Test
  void anArrivalIsNoted() throws Exception {
    run(new BookPickUpDelegate(transport));

    run(new NoteArrivalDelegate(transport));

    assertThat(desk.commitments.latest(caseNumber, Kind.PICK_UP).orElseThrow().hasLeft()).isTrue();
  }
}
