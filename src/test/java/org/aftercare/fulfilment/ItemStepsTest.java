package org.aftercare.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.cases.UnknownCaseException;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.MessageReported;
import org.aftercare.engine.Reference;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.ItemRepair.PartReserved;
import org.aftercare.fulfilment.ItemRepair.Visit;
import org.aftercare.fulfilment.ItemReplacement.RefundResult;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Parts.Reservation;
import org.aftercare.systems.Shipping.Cancelling;
import org.aftercare.systems.UnforeseenRefusalException;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Repairing, replacing, paying back and taking back: what is asked of whom, and how often. */
class ItemStepsTest {

  private static final StepKey STEP = FakeOffice.STEP;

  private final FakeOffice desk = new FakeOffice();
  private final FakeCompany company = desk.company;
  private final Cases cases = desk.cases;
  private final ItemRepair repair =
      new ItemRepair(
          TestItems.refrigerator(),
          desk.commitments,
          company.parts,
          company.booking,
          desk.contact,
          desk.remote,
          cases,
          desk.calendar,
          desk.clock);
  private final ItemTransport transport =
      new ItemTransport(
          TestItems.refrigerator(),
          desk.commitments,
          company.shipping,
          desk.contact,
          desk.remote,
          cases,
          desk.clock);
  private final ItemReplacement replacement =
      new ItemReplacement(
          TestItems.refrigerator(),
          desk.commitments,
          company.orders,
          company.billing,
          desk.remote,
          cases,
          desk.clock);
  private final ItemUnwinding unwinding =
      new ItemUnwinding(
          desk.commitments,
          company.booking,
          company.shipping,
          company.orders,
          desk.remote,
          desk.clock);

  private final OutcomeFiling filing = new OutcomeFiling(cases, company.crm, desk.remote);
  private final GoodsOutProcess goodsOut = mock();
  private final PickUpScans scans = new PickUpScans(transport, goodsOut);

  private String caseNumber;

  @BeforeEach
  void openCase() {
    caseNumber = desk.open("warranty-claim");
  }

  @Test
  void aPartInStockIsHere() {
    assertThat(repair.reservePart(STEP, caseNumber)).isEqualTo(new PartReserved("RES-1", 0));
    assertThat(company.effects).containsExactly("reserve 1 P-COMP-300");
    assertThat(desk.commitmentsOf(caseNumber, Kind.PART)).containsExactly("RES-1 STANDS");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 1",
    "2026-11-23, 1",
    "2026-12-02, 10",
    "2026-12-03, 11",
    "2999-01-01, 999"
  })
  void anOrderedPartIsDaysAway(LocalDate expectedOn, int days) {
    company.reservation = new Reservation("RES-1", false, expectedOn);

    assertThat(repair.reservePart(STEP, caseNumber).days()).isEqualTo(days);
  }

  @Test
  void aPartThatIsMadeNoMoreNeverComes() {
    company.refusals.put("parts", "DISCONTINUED");

    assertThat(repair.reservePart(STEP, caseNumber))
        .isEqualTo(new PartReserved(null, ItemRepair.NEVER));
    assertThat(desk.commitments.of(caseNumber)).isEmpty();
  }

  @Test
  void aRefusalThatNobodyForesawStopsTheStep() {
    company.refusals.put("parts", "STRIKE");

    assertThatThrownBy(() -> repair.reservePart(STEP, caseNumber))
        .isInstanceOf(UnforeseenRefusalException.class)
        .hasMessageContaining("parts")
        .hasMessageContaining("STRIKE");
  }

  @ParameterizedTest
  @CsvSource({
    // named by the supplier, days later, weighed
    "2026-11-30, 3, 8",
    "2026-12-02, 3, 10",
    "2026-12-03, 3, 11",
    "2026-11-25, 3, 999",
    ", 3, 4",
    ", 10, 999"
  })
  void aDelayCountsFromTheOrder(LocalDate named, int daysLater, int weighed) {
    company.reservation = new Reservation("RES-1", false, LocalDate.of(2026, 11, 26));
    repair.reservePart(STEP, caseNumber);
    desk.now = FakeOffice.NOW.plus(Duration.ofDays(daysLater));

    assertThat(repair.weighDelay(caseNumber, named)).isEqualTo(weighed);
  }

  @Test
  void aRepeatedStepHasOneEffect() {
    repair.reservePart(STEP, caseNumber);
    repair.reservePart(STEP, caseNumber);

    assertThat(company.effects).containsExactly("reserve 1 P-COMP-300");
  }

  @Test
  void aPartIsGivenBackOnce() {
    repair.reservePart(STEP, caseNumber);

    repair.releasePart(new StepKey("pi", "Release", 1), caseNumber);
    repair.releasePart(new StepKey("unwind", "Release", 1), caseNumber);

    assertThat(company.effects).containsExactly("reserve 1 P-COMP-300", "release RES-1");
    assertThat(desk.commitmentsOf(caseNumber, Kind.PART)).containsExactly("RES-1 TAKEN_BACK");
  }

  @Test
  void aVisitIsBookedFromTheNextBusinessDay() {
    desk.now = Instant.parse("2026-11-20T10:00:00Z"); // a Friday

    assertThat(repair.bookVisit(STEP, caseNumber)).contains("APP-1");
    assertThat(company.effects).containsExactly("visit from 2026-11-23 at Uppsala");
  }

  @Test
  void aMissedVisitIsOverOnceTheNextIsBooked() {
    repair.bookVisit(STEP, caseNumber);
    repair.bookVisit(new StepKey("pi", "Step", 2), caseNumber);

    assertThat(desk.commitmentsOf(caseNumber, Kind.VISIT))
        .containsExactly("APP-1 DONE", "APP-2 STANDS");
  }

  @Test
  void thereMayBeNoVisitToBook() {
    company.refusals.put("booking", "NO_SLOT");

    assertThat(repair.bookVisit(STEP, caseNumber)).isEmpty();
  }

  @Test
  void theTechniciansNameIsKeptNowhere() {
    repair.bookVisit(STEP, caseNumber);

    assertThat(company.recorded.values()).asString().doesNotContain("Tove");
    assertThat(desk.commitments.of(caseNumber)).asString().doesNotContain("Tove");
  }

  @Test
  void aMovedVisitHasItsNewTimeAndAnOldOneIsPassedOver() {
    repair.bookVisit(STEP, caseNumber);
    Instant later = Instant.parse("2026-11-25T12:00:00Z");

    repair.moveVisit(caseNumber, "APP-1", later, later.plusSeconds(3600));
    repair.moveVisit(caseNumber, "APP-0", FakeOffice.NOW, FakeOffice.NOW);

    assertThat(desk.commitments.latest(caseNumber, Kind.VISIT).orElseThrow().startsAt())
        .isEqualTo(later);
  }

  @Test
  void theCarrierFetchesAndBrings() {
    transport.pickUp(STEP, caseNumber);
    transport.returnItem(new StepKey("pi", "Return", 1), caseNumber);
    transport.lend(new StepKey("pi", "Lend", 1), caseNumber);
    transport.deliverReplacement(new StepKey("pi", "Deliver", 1), caseNumber);

    assertThat(company.effects)
        .containsExactly(
            "PICK_UP ITEM Uppsala",
            "DELIVERY ITEM Uppsala",
            "DELIVERY LOANER Uppsala",
            "DELIVERY REPLACEMENT Uppsala");
  }

  @Test
  void nothingIsShippedToAnAddressThatTheCarrierDoesNotKnow() {
    company.refusals.put("shipping", "ADDRESS_UNKNOWN");
    assertThat(transport.pickUp(STEP, caseNumber)).isEmpty();
    assertThat(desk.commitments.of(caseNumber)).isEmpty();

    company.refusals.clear();
    assertThat(transport.pickUp(STEP, caseNumber)).as("the refusal stands").isEmpty();
    assertThat(transport.pickUp(new StepKey("pi", "Step", 2), caseNumber)).contains("SHP-1");
  }

  @Test
  void aVisitThatAPersonAgreedOnReplacesTheMissedOne() {
    repair.bookVisit(STEP, caseNumber);
    Instant begin = FakeOffice.NOW.plusSeconds(86_400);

    repair.noteVisit(caseNumber, new Visit("B-7", begin, begin.plusSeconds(7200)));

    assertThat(desk.commitmentsOf(caseNumber, Kind.VISIT))
        .containsExactly("APP-1 DONE", "B-7 STANDS");
    assertThatThrownBy(() -> repair.noteVisit(caseNumber, new Visit("B-8", FakeOffice.NOW, begin)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLoanerHelpsWhileTheRepairHoldsItsPartAndNoneIsLent() {
    assertThat(repair.loanerHelps(caseNumber)).as("not begun").isFalse();
    repair.reservePart(STEP, caseNumber);
    assertThat(repair.loanerHelps(caseNumber)).as("goes on").isTrue();
    transport.lend(new StepKey("pi", "Lend", 1), caseNumber);
    assertThat(repair.loanerHelps(caseNumber)).as("lent").isFalse();
    repair.loanerBack(caseNumber);
    assertThat(repair.loanerHelps(caseNumber)).as("back").isTrue();
  }

  @Test
  void whoPaysForTheRepairIsLentNothing() {
    repair.reservePart(STEP, caseNumber);
    desk.commitments.add(Commitment.of(caseNumber, Kind.INVOICE, "INV-1", FakeOffice.NOW));

    assertThat(repair.loanerHelps(caseNumber)).isFalse();
  }

  @Test
  void aPartThatIsBuiltInIsNotGivenBack() {
    repair.reservePart(STEP, caseNumber);
    transport.pickUp(new StepKey("pi", "PickUp", 1), caseNumber);
    transport.returnItem(new StepKey("pi", "Return", 1), caseNumber);
    assertThat(unwinding.find(caseNumber).goods()).isTrue();
    company.effects.removeIf(effect -> !effect.startsWith("reserve"));
    repair.workDone(caseNumber, true);

    repair.releasePart(new StepKey("pi", "Release", 1), caseNumber);

    assertThat(company.effects).containsExactly("reserve 1 P-COMP-300");
    assertThat(repair.loanerHelps(caseNumber)).isFalse();
    assertThat(unwinding.find(caseNumber).goesToCustomer()).isFalse();
    assertThat(unwinding.find(caseNumber).goods()).isFalse();
  }

  @Test
  void aLostReplacementIsReplaced() {
    assertThat(replacement.order(STEP, caseNumber)).isTrue();
    assertThat(replacement.order(new StepKey("pi", "Step", 2), caseNumber)).isTrue();

    assertThat(desk.commitmentsOf(caseNumber, Kind.REPLACEMENT))
        .containsExactly("REP-1 DONE", "REP-2 STANDS");
  }

  @Test
  void whatIsSoldOutIsRememberedForTheNextDecision() {
    company.refusals.put("orders", "SOLD_OUT");

    assertThat(replacement.order(STEP, caseNumber)).isFalse();
    assertThat(desk.commitmentsOf(caseNumber, Kind.REPLACEMENT))
        .containsExactly("SOLD_OUT REFUSED");
  }

  @Test
  void thePriceIsPaidBack() {
    assertThat(replacement.refund(STEP, caseNumber)).isEqualTo(RefundResult.REFUNDED);
    assertThat(company.effects).containsExactly("refund 8990.00 SEK");
    assertThat(desk.events).contains("warranty.paid-back");
  }

  @ParameterizedTest
  @CsvSource({"NO_ACCOUNT", "ALREADY_REFUNDED"})
  void aRefundThatCannotBeMadeIsNotToldAsMade(RefundResult refused) {
    company.refusals.put("billing", refused.name());

    assertThat(replacement.refund(STEP, caseNumber)).isEqualTo(refused);
    assertThat(desk.events).doesNotContain("warranty.paid-back");
    assertThat(desk.commitments.of(caseNumber)).isEmpty();
  }

  @Test
  void whatFinancePaidAnotherWayIsRememberedWithItsAmount() {
    company.refusals.put("billing", "NO_ACCOUNT");
    replacement.refund(STEP, caseNumber);

    replacement.notePaidOtherwise(caseNumber);

    assertThat(desk.commitments.of(caseNumber))
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.kind()).isEqualTo(Kind.REFUND);
              assertThat(made.amount()).isEqualTo(FakeCompany.money("8990.00"));
              assertThat(made.stands()).isTrue();
            });
    assertThat(company.effects).as("nothing is paid twice").isEmpty();
    assertThat(desk.events).contains("warranty.paid-back");
  }

  @ParameterizedTest
  @CsvSource({"warranty-claim, REPAIRED", "product-return, NEVER_SENT"})
  void theRegisterHearsHowACaseOfAnyFlowEnded(String flow, String outcome) {
    String ended = desk.open(flow);

    filing.file(STEP, ended, outcome);
    filing.file(STEP, ended, outcome);

    assertThat(company.effects).containsExactly("file " + outcome);
    assertThat(company.filed)
        .containsExactly(new Crm.Outcome(FakeCompany.ASTRID, ended, flow, outcome));
    assertThatThrownBy(() -> filing.file(STEP, "W-NONE", outcome))
        .isInstanceOf(UnknownCaseException.class);
  }

  @Test
  void nothingIsBookedAtFirst() {
    assertThat(unwinding.find(caseNumber).goesToCustomer()).isFalse();
  }

  @Test
  void whatIsBookedIsFoundAndTakenBackOnce() {
    repair.reservePart(new StepKey("pi", "ReservePart", 1), caseNumber);
    repair.bookVisit(new StepKey("pi", "BookVisit", 1), caseNumber);
    transport.pickUp(new StepKey("pi", "BookPickUp", 1), caseNumber);
    transport.lend(new StepKey("pi", "ShipLoaner", 1), caseNumber);
    replacement.order(new StepKey("pi", "OrderReplacement", 1), caseNumber);
    assertThat(unwinding.find(caseNumber))
        .isEqualTo(new ItemUnwinding.Bookings(true, true, true, true, true, false));
    company.effects.clear();

    for (String again : List.of("first", "second")) {
      unwinding.cancelVisit(new StepKey(again, "CancelVisit", 1), caseNumber);
      unwinding.cancelShipments(new StepKey(again, "CancelShipment", 1), caseNumber);
      unwinding.cancelReplacement(new StepKey(again, "CancelReplacement", 1), caseNumber);
    }

    assertThat(company.effects)
        .containsExactly("cancel APP-2", "cancel SHP-3", "cancel SHP-4", "cancel REP-5");
    assertThat(unwinding.find(caseNumber))
        .isEqualTo(new ItemUnwinding.Bookings(true, false, false, false, false, false));
  }

  @Test
  void anItemIsAtHomeUntilTheCarrierHasFetchedIt() {
    transport.pickUp(STEP, caseNumber);
    assertThat(unwinding.find(caseNumber))
        .isEqualTo(new ItemUnwinding.Bookings(false, false, true, false, false, false));
    assertThat(unwinding.find(caseNumber).goesToCustomer()).isTrue();

    scans.on(pickedUp("SHP-0"));
    assertThat(unwinding.find(caseNumber).goods()).as("another shipment").isFalse();
    scans.on(pickedUp("SHP-1"));

    assertThat(unwinding.find(caseNumber))
        .isEqualTo(new ItemUnwinding.Bookings(false, false, false, false, true, false));
    assertThat(unwinding.find(caseNumber).goesToCustomer()).isFalse();
    company.effects.clear();
    assertThat(unwinding.cancelShipments(STEP, caseNumber)).as("scanned meanwhile").isTrue();
    assertThat(company.effects).as("what is under way goes on").isEmpty();
    assertThat(desk.commitmentsOf(caseNumber, Kind.PICK_UP)).containsExactly("SHP-1 STANDS");
    verifyNoInteractions(goodsOut);
  }

  @ParameterizedTest
  @EnumSource(names = {"PICK_UP", "RETURN", "DELIVERY", "LOANER", "LABEL"})
  void whatTheCarrierHasFetchedIsOutThoughItsScanIsLate(Kind kind) {
    desk.commitments.add(Commitment.of(caseNumber, kind, "SHP-1", FakeOffice.NOW));
    company.cancelling = Cancelling.UNDER_WAY;

    assertThat(unwinding.cancelShipments(STEP, caseNumber)).isTrue();

    assertThat(desk.commitments.of(caseNumber))
        .singleElement()
        .satisfies(
            transport -> {
              assertThat(transport.stands()).isTrue();
              assertThat(transport.leftAt()).isEqualTo(FakeOffice.NOW);
            });
    scans.on(pickedUp("SHP-1"));
    verifyNoInteractions(goodsOut);
  }

  @ParameterizedTest
  @EnumSource(names = {"PICK_UP", "RETURN", "DELIVERY", "LOANER", "LABEL"})
  void theWarehouseSettlesWhatIsFetchedThoughItWasCancelled(Kind kind) {
    desk.commitments.add(Commitment.of(caseNumber, kind, "SHP-1", FakeOffice.NOW));
    assertThat(unwinding.cancelShipments(STEP, caseNumber)).as("cancelled in time").isFalse();
    assertThat(desk.commitmentsOf(caseNumber, kind)).containsExactly("SHP-1 TAKEN_BACK");

    scans.on(pickedUp("SHP-1"));
    scans.on(pickedUp("SHP-1"));

    verify(goodsOut, times(1)).start(caseNumber);
    assertThat(desk.commitmentsOf(caseNumber, kind)).containsExactly("SHP-1 STANDS");
  }

  private MessageReported pickedUp(String shipmentId) {
    return new MessageReported(
        new InboundMessage(
            "shipping",
            "scan-" + shipmentId,
            "ShipmentPickedUp",
            caseNumber,
            Map.of("shipmentId", new Reference(shipmentId))));
  }

  @Test
  void anItemInTheWorkshopIsOutEvenIfNobodySawItFetched() {
    transport.pickUp(STEP, caseNumber);

    transport.arrived(caseNumber);

    assertThat(unwinding.find(caseNumber).goods()).isTrue();
  }

  @Test
  void aPartAloneBringsNobodyToTheCustomer() {
    repair.reservePart(STEP, caseNumber);

    assertThat(unwinding.find(caseNumber).part()).isTrue();
    assertThat(unwinding.find(caseNumber).goesToCustomer()).isFalse();
  }

  @Test
  void aVisitWhoseTimeHasPassedIsNotBookedAnyMore() {
    repair.bookVisit(STEP, caseNumber);
    desk.now = Instant.parse("2026-11-23T09:00:00Z");

    assertThat(unwinding.find(caseNumber).goesToCustomer()).isFalse();
  }
}
