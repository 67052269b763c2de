package org.aftercare.warranty;

import org.aftercare.cases.ServiceItem;
import org.aftercare.cases.ServiceItems;
import org.springframework.stereotype.Component;

/** The bought item that a warranty claim is about, for the shared steps. */
@Component
class WarrantyItems implements ServiceItems {

  private final Claims claims;

  WarrantyItems(Claims claims) {
    this.claims = claims;
  }

  @Override
  public String flow() {
    return WarrantyProcess.KEY;
  }

  @Override
  public ServiceItem of(String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    Purchase bought = claim.requirePurchase();
    return new ServiceItem(
        caseNumber,
        claim.customerId(),
        claim.country(),
        bought.orderNumber(),
        bought.sku(),
        bought.product(),
        bought.productGroup(),
        bought.serialNumber(),
        bought.price(),
        bought.supplierId(),
        claim.estimate() == null ? null : claim.estimate().partNumber());
  }
}
