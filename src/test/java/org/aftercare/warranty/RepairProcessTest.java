package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.ItemRepair.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class RepairProcessTest extends ProcessTest {

  private static final Map<String, Object> AGREED =
      Map.of(
          "visit", "BOOKED",
          "appointmentId", "B-77",
          "startsAt", "2026-12-01T09:00+01:00",
          "visitHours", "H2");

  @AfterAll
  void everyElementWasEntered() {
    assertThat(missed("repair")).isEmpty();
    assertThat(missed("confirm-repair")).isEmpty();
    assertThat(missed("home-repair")).isEmpty();
    assertThat(missed("workshop-repair")).isEmpty();
  }

  private void repairAtHome() {
    start("repair", Map.of("home", true, "coverage", "COVERED"));
  }

  private void repairInTheWorkshop() {
    repairInTheWorkshop("COVERED");
  }

  private void repairInTheWorkshop(String coverage) {
    start("repair", Map.of("home", false, "coverage", coverage));
  }

  private void visit(String result) {
    complete("RecordVisit", "technicians", "visitResult", result);
  }

  @Test
  void repairsAtHome() {
    repairAtHome();
    assertThat(told).containsExactly("warranty.appointment");
    visit("REPAIRED");
    endedAt("RepairEnded");
    verify(repair).workDone(caseNumber(), true);
    verify(cases).endDeadline(caseNumber(), "repair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_FAULT_FOUND", "MISUSE", "NOT_REPAIRABLE"})
  void givesThePartBackThatWasNotNeeded(String result) {
    repairAtHome();
    visit(result);
    endedAt("PartReleased");
    verify(repair).releasePart(any(), anyString());
    verify(repair).workDone(caseNumber(), false);
  }

  private void confirm(String result) {
    start("confirm-repair", Map.of("repairResult", result));
  }

  @Test
  void asksWhetherItWorks() {
    confirm("REPAIRED");
    assertThat(told).containsExactly("warranty.works");
    message("RepairConfirmed", Map.of("works", true));
    endedAt("Repaired");
  }

  @Test
  void takesSilenceForYes() {
    confirm("REPAIRED");
    timeIsUp("ConfirmationOverdue");
    endedAt("Repaired");
  }

  @Test
  void countsAsFailedWhatDoesNotWork() {
    confirm("REPAIRED");
    message("RepairConfirmed", Map.of("works", false));
    endedAt("StillBroken");
  }

  @Test
  void tellsWhenThereIsNoFault() {
    confirm("NO_FAULT_FOUND");
    endedAt("NoFaultFound");
    assertThat(told).containsExactly("warranty.no-fault");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MISUSE", "FAILED", "NOT_REPAIRABLE", "PART_TOO_LATE", "ITEM_LOST"})
  void asksNobodyWhetherItWorksWhenItWasNotRepaired(String result) {
    confirm(result);
    endedAt("NotRepaired");
    assertThat(told).isEmpty();
  }

  @Test
  void believesTheBookingSystemsReport() {
    repairAtHome();
    message("VisitReported", Map.of("visitResult", "FAILED"));
    endedAt("RepairEnded");
    assertThat(tasks.createTaskQuery().count()).isZero();
  }

  @Test
  void tellsWhenTheAppointmentMovesAndWaitsOn() {
    repairAtHome();
    message(
        "AppointmentMoved",
        Map.of(
            "appointmentId", "A-1",
            "startsAt", "2026-12-01T08:00:00Z",
            "endsAt", "2026-12-01T10:00:00Z"));
    assertThat(told).endsWith("warranty.appointment-moved");
    verify(repair)
        .moveVisit(
            caseNumber(),
            "A-1",
            Instant.parse("2026-12-01T08:00:00Z"),
            Instant.parse("2026-12-01T10:00:00Z"));
    visit("FAILED");
    endedAt("RepairEnded");
  }

  @Test
  void booksAgainUnderANewKeyWhenNobodyIsAtHomeAndAsksAPersonTheThirdTime() {
    repairAtHome();
    visit("CUSTOMER_NOT_HOME");
    assertThat(told).contains("warranty.missed-visit");
    visit("CUSTOMER_NOT_HOME");
    visit("CUSTOMER_NOT_HOME");
    ArgumentCaptor<StepKey> keys = ArgumentCaptor.forClass(StepKey.class);
    verify(repair, times(3)).bookVisit(keys.capture(), anyString());
    assertThat(keys.getAllValues()).extracting(StepKey::attempt).containsExactly(1, 2, 3);
    complete("ArrangeVisit", "repair-planning", AGREED);
    assertThat(told).endsWith("warranty.appointment");
    visit("FAILED");
    endedAt("RepairEnded");
  }

  @Test
  void asksAPersonWhenNoVisitIsFree() {
    when(repair.bookVisit(any(), anyString())).thenReturn(Optional.empty());
    repairAtHome();
    assertThat(told).isEmpty();
    complete("ArrangeVisit", "repair-planning", AGREED);
    verify(repair)
        .noteVisit(
            caseNumber(),
            new Visit(
                "B-77",
                Instant.parse("2026-12-01T08:00:00Z"),
                Instant.parse("2026-12-01T10:00:00Z")));
    assertThat(told).containsExactly("warranty.appointment");
    waitsAt("RecordVisit");
  }

  @Test
  void repairsInTheWorkshopWhenNoVisitCanBeAgreedOn() {
    when(repair.bookVisit(any(), anyString())).thenReturn(Optional.empty());
    repairAtHome();
    complete("ArrangeVisit", "repair-planning", "visit", "NO_SLOT");
    assertThat(told).containsExactly("warranty.pick-up");
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "REPAIRED");
    message("ShipmentDelivered");
    endedAt("RepairEnded");
  }

  @Test
  void clarifiesAnAddressThatTheCarrierDoesNotKnowAndAsksUnderANewKey() {
    when(transport.pickUp(any(), anyString()))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of("S-1"));
    when(transport.returnItem(any(), anyString()))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of("S-2"));
    repairInTheWorkshop();
    assertThat(told).isEmpty();
    complete("ClarifyPickUpAddress", "repair-planning", "address", "CORRECTED");
    ArgumentCaptor<StepKey> keys = ArgumentCaptor.forClass(StepKey.class);
    verify(transport, times(2)).pickUp(keys.capture(), anyString());
    assertThat(keys.getAllValues()).extracting(StepKey::attempt).containsExactly(1, 2);
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "REPAIRED");
    complete("ClarifyReturnAddress", "repair-planning", "address", "CONFIRMED");
    message("ShipmentDelivered");
    endedAt("RepairEnded");
  }

  @Test
  void tracesAnItemThatDoesNotReachTheWorkshop() {
    repairInTheWorkshop();
    timeIsUp("PickUpOverdue");
    complete("TraceItem", "warehouse", "trace", "RESEND");
    assertThat(told).containsExactly("warranty.pick-up", "warranty.pick-up");
    timeIsUp("PickUpOverdue");
    complete("TraceItem", "warehouse", "trace", "DELIVERED");
    waitsAt("RepairInWorkshop");
  }

  @Test
  void tellsOfALossThatTracingShows() {
    repairInTheWorkshop();
    timeIsUp("PickUpOverdue");
    complete("TraceItem", "warehouse", "trace", "GIVE_UP");
    assertThat(told).endsWith("warranty.item-lost");
    endedAt("ItemLost");
  }

  @ParameterizedTest
  @CsvSource({"DELIVERED, ItemBack", "GIVE_UP, LostOnTheWayBack"})
  void tracesAnItemThatDoesNotComeBack(String trace, String end) {
    repairInTheWorkshop();
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "REPAIRED");
    timeIsUp("ReturnOverdue");
    complete("TraceReturn", "warehouse", "trace", trace);
    endedAt(end);
  }

  @Test
  void sendsBackWhatCannotBeRepairedForMoney() {
    repairInTheWorkshop("PAID");
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "NOT_REPAIRABLE");
    assertThat(told).endsWith("warranty.ready");
    message("ShipmentDelivered");
    endedAt("ItemBack");
  }

  @Test
  void givesUpAPartThatTakesTooLong() {
    partIn(11);
    repairAtHome();
    endedAt("PartUnavailable");
    verify(repair).releasePart(any(), anyString());
  }

  @Test
  void waitsForAnOrderedPart() {
    partIn(10);
    repairAtHome();
    assertThat(told).containsExactly("warranty.part-ordered", "supplier.part-order");
    message("PartArrived");
    waitsAt("RecordVisit");
  }

  @Test
  void waitsOnForAPartThatIsALittleLate() {
    partIn(5);
    when(repair.weighDelay(anyString(), any())).thenReturn(9);
    repairAtHome();
    message("PartDelayed", Map.of("expectedOn", "2026-12-01"));
    verify(repair).weighDelay(caseNumber(), LocalDate.of(2026, 12, 1));
    assertThat(told).endsWith("warranty.part-delayed");
    message("PartArrived");
    waitsAt("RecordVisit");
  }

  @Test
  void givesUpAPartThatIsTooLate() {
    partIn(5);
    when(repair.weighDelay(anyString(), any())).thenReturn(30);
    repairAtHome();
    message("PartDelayed", Map.of("expectedOn", "2027-01-01"));
    endedAt("PartTooLate");
    verify(repair).releasePart(any(), anyString());
  }

  @Test
  void givesUpAPartThatDoesNotCome() {
    partIn(5);
    when(repair.weighDelay(anyString(), any())).thenReturn(999);
    repairAtHome();
    timeIsUp("PartOverdue");
    verify(repair).weighDelay(caseNumber(), null);
    endedAt("PartTooLate");
  }

  @Test
  void repairsInTheWorkshopAndBringsItBack() {
    repairInTheWorkshop();
    assertThat(told).containsExactly("warranty.pick-up");
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "REPAIRED");
    assertThat(told).endsWith("warranty.ready");
    message("ShipmentDelivered");
    endedAt("RepairEnded");
  }

  @Test
  void comesAgainForAMissedPickUp() {
    repairInTheWorkshop();
    message("PickUpFailed");
    assertThat(told)
        .containsExactly("warranty.pick-up", "warranty.missed-pick-up", "warranty.pick-up");
    ArgumentCaptor<StepKey> keys = ArgumentCaptor.forClass(StepKey.class);
    verify(transport, times(2)).pickUp(keys.capture(), anyString());
    assertThat(keys.getAllValues()).extracting(StepKey::attempt).containsExactly(1, 2);
  }

  @Test
  void keepsWhatCannotBeRepaired() {
    repairInTheWorkshop();
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "NOT_REPAIRABLE");
    endedAt("KeptInWorkshop");
  }

  @Test
  void tellsWhenTheItemIsLostOnItsWay() {
    repairInTheWorkshop();
    message("ShipmentLost");
    endedAt("ItemLost");
    assertThat(told).endsWith("warranty.item-lost");
  }

  @Test
  void tellsWhenTheItemIsLostOnItsWayBack() {
    repairInTheWorkshop();
    message("ShipmentDelivered");
    complete("RepairInWorkshop", "technicians", "visitResult", "REPAIRED");
    message("ShipmentLost");
    endedAt("LostOnTheWayBack");
    verify(repair).workDone(caseNumber(), true);
    assertThat(told).endsWith("warranty.item-lost");
  }
}
