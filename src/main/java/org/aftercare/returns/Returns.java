package org.aftercare.returns;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** All product returns. Every write joins the caller's transaction. */
@DataSource(name = "Product returns", owner = StaffGroup.WAREHOUSE, kept = DataSource.WITH_THE_CASE)
interface Returns {

  void add(ProductReturn added);

  /** Replaces what is known of a return. */
  void change(ProductReturn changed);

  Optional<ProductReturn> find(String caseNumber);

  /**
   * The same, and nobody else changes it until the transaction ends: whether a declaration is
   * confirmed or lapses is decided once.
   */
  Optional<ProductReturn> lock(String caseNumber);

  /**
   * Takes the items for a case, so that no other open return deals with one of them.
   *
   * @return {@code false} if another open return has taken one of them
   */
  boolean take(Collection<String> serialNumbers, String caseNumber);

  /** Gives the items of a case free: it has ended. */
  void release(String caseNumber);

  /** What a customer has returned or reported as lost since then, this case left out. */
  History history(String customerId, Instant since, String exceptCase);

  /**
   * @throws IllegalStateException if the case is no return
   */
  default ProductReturn require(String caseNumber) {
    return find(caseNumber)
        .orElseThrow(
            () -> new IllegalStateException("The case " + caseNumber + " is no product return."));
  }

  /**
   * @param items how many items went back
   * @param lost how many returns were reported as sent and never arrived
   */
  record History(int items, int lost) {}
}
