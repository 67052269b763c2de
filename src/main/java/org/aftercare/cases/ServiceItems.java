package org.aftercare.cases;

import java.math.BigDecimal;
import java.util.List;
import org.aftercare.systems.Money;

/** Tells the shared steps what a case is about. Each flow with items implements it once. */
public interface ServiceItems {

  /** The flow's name as its cases carry it, for example {@code warranty-claim}. */
  String flow();

  /**
   * @throws IllegalStateException if the item is not known yet: steps that need it come later
   */
  ServiceItem of(String caseNumber);

  /** What is paid back where the case ends with a refund: unless the flow decides, the price. */
  default RefundDue refundDue(String caseNumber) {
    ServiceItem item = of(caseNumber);
    return new RefundDue(
        item.customerId(),
        item.orderNumber(),
        List.of(item.serialNumber()),
        item.price(),
        new Money(BigDecimal.ZERO, item.price().currency()));
  }
}
