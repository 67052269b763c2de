package org.aftercare.registration;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;
import org.aftercare.registration.ProductRegistration.DoneBy;

/** Stored registrations. Every write joins the transaction. */
@DataSource(
    name = "Product registrations",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.WITH_THE_CASE)
interface Registrations {

  void add(ProductRegistration registration);

  void change(ProductRegistration registration);

  /**
   * Notes that the customer has cancelled; waits for a step that is changing the registration.
   *
   * @return {@code false} if it is registered by now
   */
  boolean cancel(String caseNumber);

  boolean isCancelled(String caseNumber);

  Optional<ProductRegistration> find(String caseNumber);

  default ProductRegistration require(String caseNumber) {
    return find(caseNumber)
        .orElseThrow(() -> new IllegalStateException("No registration: " + caseNumber));
  }

  /** The registration that holds an item, finished or under way. */
  Optional<ProductRegistration> holder(String serialNumber);

  /**
   * Lets a registration hold an item.
   *
   * @return {@code false} if another one holds it
   */
  boolean take(String serialNumber, String caseNumber);

  /** Gives an item to a registration, whoever held it. */
  void give(String serialNumber, String caseNumber);

  /** A registration that came to nothing holds nothing. */
  void release(String caseNumber);

  /** Counts a registration of that month. */
  void count(YearMonth month, DoneBy doneBy);

  /** By month, oldest first; months and people without registrations are left out. */
  List<Counted> counted(YearMonth from, YearMonth until);

  /** How many registrations these people did in that month. */
  record Counted(YearMonth month, DoneBy doneBy, long registrations) {}
}
