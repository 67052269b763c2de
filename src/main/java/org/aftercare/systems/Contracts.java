package org.aftercare.systems;

import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** Commercial guarantees and lengthened legal guarantees. */
@DataSource(
    name = "Guarantees",
    system = "Contracts",
    owner = StaffGroup.CONTRACTS,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Contracts {

  /** What is known of an item's guarantees; never empty, but its fields may be. */
  Guarantee guarantee(String serialNumber);

  /**
   * Lengthens the legal guarantee after a repair.
   *
   * @throws SystemRefusalException {@code ALREADY_EXTENDED}
   */
  Extension extend(String key, String serialNumber, int months, String caseNumber);

  Optional<Extension> findExtension(String key);

  /**
   * @param commercialUntil last day of the commercial guarantee, or {@code null} without one
   * @param extendedMonths months by which a repair has lengthened the legal guarantee, 0 if none
   */
  record Guarantee(String serialNumber, LocalDate commercialUntil, int extendedMonths) {}

  record Extension(String extensionId, int months) {}
}
