package org.aftercare.systems;

import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** The ledger: what a case cost and what suppliers owe for it. */
@DataSource(
    name = "Recoveries from suppliers",
    system = "Accounting",
    owner = StaffGroup.FINANCE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Accounting {

  /**
   * Claims a case's cost from the supplier of the product.
   *
   * @throws SystemRefusalException {@code NO_AGREEMENT}: the supplier has not agreed to carry it
   */
  Recovery recover(String key, RecoveryRequest request);

  Optional<Recovery> findRecovery(String key);

  record RecoveryRequest(String caseNumber, String supplierId, String sku, Money amount) {}

  record Recovery(String recoveryId) {}
}
