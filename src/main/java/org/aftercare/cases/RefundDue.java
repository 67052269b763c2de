package org.aftercare.cases;

import java.util.List;
import org.aftercare.systems.Money;

/**
 * What a flow has decided to pay back.
 *
 * @param serialNumbers of one item or more of the order
 * @param amount all that is paid back
 * @param deliveryCost how much of it was paid for delivery
 */
public record RefundDue(
    String customerId,
    String orderNumber,
    List<String> serialNumbers,
    Money amount,
    Money deliveryCost) {

  public RefundDue {
    serialNumbers = List.copyOf(serialNumbers);
  }
}
