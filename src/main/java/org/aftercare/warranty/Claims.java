package org.aftercare.warranty;

import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** All warranty claims. Every write joins the caller's transaction. */
@DataSource(name = "Warranty claims", owner = StaffGroup.CLAIMS, kept = DataSource.WITH_THE_CASE)
interface Claims {

  void add(WarrantyClaim claim);

  /** Replaces what is known of a claim. */
  void change(WarrantyClaim claim);

  Optional<WarrantyClaim> find(String caseNumber);

  /**
   * Takes the item for a case, so that no other open case deals with it at the same time.
   *
   * @return {@code false} if another open case has taken it
   */
  boolean take(String serialNumber, String caseNumber);

  /** The open case that has taken the item. */
  Optional<String> holder(String serialNumber);

  /** Gives the items of a case free: it has ended. */
  void release(String caseNumber);

  /**
   * @throws IllegalStateException if the case is no warranty claim
   */
  default WarrantyClaim require(String caseNumber) {
    return find(caseNumber)
        .orElseThrow(
            () -> new IllegalStateException("The case " + caseNumber + " is no warranty claim."));
  }
}
