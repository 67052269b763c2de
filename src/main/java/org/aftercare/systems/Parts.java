package org.aftercare.systems;

import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** Spare parts: what a repair needs and costs, stock, orders with the supplier. */
@DataSource(
    name = "Spare parts",
    system = "Parts",
    owner = StaffGroup.PARTS,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Parts {

  /**
   * What a repair of this fault takes.
   *
   * @param symptom a code, one of {@code NO_POWER, NOT_COOLING, LEAKING, NOISE, BROKEN, OTHER}
   * @throws SystemRefusalException {@code NOT_REPAIRABLE}
   */
  RepairEstimate estimate(String sku, String symptom);

  /**
   * Reserves a part from stock, or orders it if there is none.
   *
   * @throws SystemRefusalException {@code DISCONTINUED}
   */
  Reservation reserve(String key, String caseNumber, String partNumber, int quantity);

  Optional<Reservation> findReservation(String key);

  /** Gives a reservation or order back; nothing happens if it is used up. */
  Released release(String key, String reservationId);

  Optional<Released> findReleased(String key);

  /**
   * @param cost parts and labour together
   * @param home whether the repair can be made at the customer's home
   * @param inStock whether the part is there now
   * @param leadTimeDays calendar days until an ordered part arrives, 0 if in stock
   */
  record RepairEstimate(
      String partNumber,
      String partName,
      Money cost,
      boolean home,
      boolean inStock,
      int leadTimeDays,
      String supplierId) {}

  /**
   * @param inStock {@code false}: ordered from the supplier, a callback tells when it arrives
   * @param expectedOn when it arrives, today if in stock
   */
  record Reservation(String reservationId, boolean inStock, LocalDate expectedOn) {}

  record Released(String reference) {}
}
