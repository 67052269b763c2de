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
import org.aftercare.engine.StepKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class RepairProcessTest extends ProcessTest {

  @AfterAll
  void everyElementWasEntered() {
    assertThat(missed("repair")).isEmpty();
    assertThat(missed("home-repair")).isEmpty();
    assertThat(missed("workshop-repair")).isEmpty();
  }

  private void repairAtHome() {
    start("repair", Map.of("home", true));
  }

  private void repairInTheWorkshop() {
    start("repair", Map.of("home", false));
  }

  private void visit(String result) {
    complete("RecordVisit", "technicians", "visitResult", result);
  }

  @Test
  void repairsAtHomeAndAsksWhetherItWorks() {
    repairAtHome();
    assertThat(told).containsExactly("warranty.appointment");
    visit("REPAIRED");
    assertThat(told).endsWith("warranty.works");
    message("RepairConfirmed", Map.of("works", true));
    endedAt("Repaired");
    verify(cases).endDeadline(caseNumber(), "repair");
  }

  @Test
  void takesSilenceForYes() {
    repairAtHome();
    visit("REPAIRED");
    timeIsUp("ConfirmationOverdue");
    endedAt("Repaired");
  }

  @Test
  void countsAsFailedWhatDoesNotWork() {
    repairAtHome();
    visit("REPAIRED");
    message("RepairConfirmed", Map.of("works", false));
    endedAt("StillBroken");
  }

  @Test
  void tellsWhenThereIsNoFault() {
    repairAtHome();
    visit("NO_FAULT_FOUND");
    endedAt("NoFaultFound");
    assertThat(told).endsWith("warranty.no-fault");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MISUSE", "FAILED", "NOT_REPAIRABLE"})
  void asksNobodyWhetherItWorksWhenItWasNotRepaired(String result) {
    repairAtHome();
    visit(result);
    endedAt("NotRepaired");
    assertThat(told).doesNotContain("warranty.works");
  }

  @Test
  void believesTheBookingSystemsReport() {
    repairAtHome();
    message("VisitReported", Map.of("visitResult", "FAILED"));
    endedAt("NotRepaired");
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
    endedAt("NotRepaired");
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
    complete("ArrangeVisit", "repair-planning", Map.of());
    visit("FAILED");
    endedAt("NotRepaired");
  }

  @Test
  void asksAPersonWhenNoVisitIsFree() {
    when(repair.bookVisit(any(), anyString())).thenReturn(false);
    repairAtHome();
    assertThat(told).isEmpty();
    complete("ArrangeVisit", "repair-planning", Map.of());
    waitsAt("RecordVisit");
  }

  @Test
  void givesUpAPartThatTakesTooLong() {
    when(repair.reservePart(any(), anyString())).thenReturn(11);
    repairAtHome();
    endedAt("PartUnavailable");
    verify(repair).releasePart(any(), anyString());
  }

  @Test
  void waitsForAnOrderedPart() {
    when(repair.reservePart(any(), anyString())).thenReturn(10);
    repairAtHome();
    assertThat(told).containsExactly("warranty.part-ordered", "supplier.part-order");
    message("PartArrived");
    waitsAt("RecordVisit");
  }

  @Test
  void waitsOnForAPartThatIsALittleLate() {
    when(repair.reservePart(any(), anyString())).thenReturn(5);
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
    when(repair.reservePart(any(), anyString())).thenReturn(5);
    when(repair.weighDelay(anyString(), any())).thenReturn(30);
    repairAtHome();
    message("PartDelayed", Map.of("expectedOn", "2027-01-01"));
    endedAt("PartTooLate");
    verify(repair).releasePart(any(), anyString());
  }

  @Test
  void givesUpAPartThatDoesNotCome() {
    when(repair.reservePart(any(), anyString())).thenReturn(5);
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
    assertThat(told).endsWith("warranty.works");
    message("RepairConfirmed", Map.of("works", true));
    endedAt("Repaired");
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
    assertThat(told).endsWith("warranty.item-lost");
  }
}
