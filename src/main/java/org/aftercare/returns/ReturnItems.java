package org.aftercare.returns;

import java.math.BigDecimal;
import org.aftercare.cases.RefundDue;
import org.aftercare.cases.ServiceItem;
import org.aftercare.cases.ServiceItems;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitment.State;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.systems.Money;
import org.springframework.stereotype.Component;

/** The item that a return is about, for the shared steps; where there are several, the first. */
@Component
class ReturnItems implements ServiceItems {

  private final Returns returns;
  private final Commitments commitments;

  ReturnItems(Returns returns, Commitments commitments) {
    this.returns = returns;
    this.commitments = commitments;
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
    BigDecimal paid = paid(caseNumber);
    Money total = of.refund().total();
    Money delivery = of.refund().deliveryCost();
    return new RefundDue(
        of.customerId(),
        of.orderNumber(),
        of.itemsBack().stream().map(ReturnItem::serialNumber).toList(),
        new Money(total.amount().subtract(paid), total.currency()),
        // Delivery is part of what is paid first.
        paid.signum() == 0 ? delivery : new Money(BigDecimal.ZERO, delivery.currency()));
  }

  /** What was paid before a disputed deduction was lifted. */
  private BigDecimal paid(String caseNumber) {
    return commitments.of(caseNumber).stream()
        .filter(made -> made.kind() == Kind.REFUND && made.state() == State.STANDS)
        .map(made -> made.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
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
