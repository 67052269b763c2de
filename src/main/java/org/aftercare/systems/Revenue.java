package org.aftercare.systems;

import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** The ledger's other side: what services bring in. */
@DataSource(
    name = "Revenue of services",
    system = "Accounting",
    owner = StaffGroup.FINANCE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Revenue {

  /**
   * Books a service's monthly revenue.
   *
   * @throws SystemRefusalException {@code NO_REVENUE_ACCOUNT}: the ledger has no account for it
   */
  RevenueBooking book(String key, RevenueRequest request);

  Optional<RevenueBooking> findBooked(String key);

  /** Reverses a booking. */
  RevenueReversal reverse(String key, String bookingId);

  Optional<RevenueReversal> findReversed(String key);

  record RevenueRequest(
      String caseNumber, String planCode, Money monthlyPrice, LocalDate startsOn) {}

  record RevenueBooking(String bookingId) {}

  record RevenueReversal(String reversalId) {}
}
