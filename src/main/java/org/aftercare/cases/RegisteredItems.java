package org.aftercare.cases;

import java.util.Optional;

/**
 * What customers have registered, for flows that are asked about an item without a proof of its
 * purchase. A flow that asks knows nothing of how items are registered.
 */
public interface RegisteredItems {

  /**
   * The order of an item that this customer has registered.
   *
   * @param serialNumber as somebody reads it from the item: capitals and small letters are the same
   * @return empty if this customer has not registered the item, or without an order
   */
  Optional<String> orderNumber(String customerId, String serialNumber);
}
