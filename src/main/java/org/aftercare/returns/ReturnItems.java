package org.aftercare.returns;

import org.aftercare.cases.RefundDue;
import org.aftercare.cases.ServiceItem;
import org.aftercare.cases.ServiceItems;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.springframework.stereotype.Component;

/** The item that a return is about, for the shared steps; where there are several, the first. */
@Component
class ReturnItems implements ServiceItems {

  private final Returns returns;

  ReturnItems(Returns returns) {
    this.returns = returns;
  }

  @Override
  public String flow() {
    return ReturnProcess.KEY;
  }

  @Override
  public ServiceItem of(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    ReturnItem item =
        of.items().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no item."));
    return serviceItem(of, item);
  }

  @Override
  public RefundDue refundDue(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    if (of.refund() == null) {
      throw new IllegalStateException("The refund of case " + caseNumber + " is not settled.");
    }
    return new RefundDue(
        of.customerId(),
        of.orderNumber(),
        of.itemsBack().stream().map(ReturnItem::serialNumber).toList(),
        of.refund().total(),
        of.refund().deliveryCost());
  }

  private static ServiceItem serviceItem(ProductReturn of, ReturnItem item) {
    return new ServiceItem(
        of.caseNumber(),
        of.customerId(),
        of.country(),
        of.orderNumber(),
        item.sku(),
        item.product(),
        item.productGroup(),
        item.serialNumber(),
        item.price(),
        item.supplierId(),
        null);
  }
}
