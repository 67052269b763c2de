package org.aftercare.warranty;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aftercare.cases.CasePartners;
import org.aftercare.cases.Facts;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.springframework.stereotype.Component;

/** What suppliers and shippers get to know of warranty claims: the fields named here. */
@Component
class WarrantyPartners implements CasePartners {

  private static final String PART_ORDER = "supplier.part-order";
  private static final String RECOVERY = "supplier.recovery";
  private static final String DELIVERY = "shipper.delivery";

  private final Claims claims;
  private final Commitments commitments;
  private final WarrantyProperties properties;

  WarrantyPartners(Claims claims, Commitments commitments, WarrantyProperties properties) {
    this.claims = claims;
    this.commitments = commitments;
    this.properties = properties;
  }

  @Override
  public String flow() {
    return WarrantyProcess.KEY;
  }

  @Override
  public String partner(String caseNumber, Role role, String template) {
    if (role == Role.SHIPPER) {
      return properties.shipper();
    }
    WarrantyClaim claim = claims.require(caseNumber);
    return PART_ORDER.equals(template) && claim.estimate() != null
        ? claim.estimate().supplierId()
        : claim.requirePurchase().supplierId();
  }

  @Override
  public Map<String, String> fields(String caseNumber, String template) {
    return switch (template) {
      case PART_ORDER -> partOrder(caseNumber);
      case RECOVERY -> recovery(caseNumber);
      case DELIVERY -> delivery(caseNumber);
      default ->
          throw new IllegalArgumentException(
              "Partners are told nothing under '%s'.".formatted(template));
    };
  }

  private Map<String, String> partOrder(String caseNumber) {
    Commitment part = require(caseNumber, Kind.PART);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("caseNumber", caseNumber);
    fields.put("partNumber", part.detail());
    fields.put("quantity", "1");
    fields.put("expectedOn", part.expectedOn().toString());
    return fields;
  }

  private Map<String, String> recovery(String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    Commitment recovery = require(caseNumber, Kind.RECOVERY);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("caseNumber", caseNumber);
    fields.put("sku", claim.requirePurchase().sku());
    fields.put("serialNumber", claim.requirePurchase().serialNumber());
    fields.put("symptom", claim.report().symptom().name());
    fields.put("amount", Facts.amount(recovery.amount()));
    fields.put("recoveryId", recovery.reference());
    return fields;
  }

  private Map<String, String> delivery(String caseNumber) {
    Commitment shipment = require(caseNumber, Kind.DELIVERY);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("caseNumber", caseNumber);
    fields.put("shipmentId", shipment.reference());
    fields.put("trackingNumber", shipment.detail());
    // Name, phone and address are looked up when the message leaves; the outbox does not keep them.
    fields.put("customerId", claims.require(caseNumber).customerId());
    return fields;
  }

  private Commitment require(String caseNumber, Kind kind) {
    return commitments
        .latest(caseNumber, kind)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Case %s has no %s to tell a partner of.".formatted(caseNumber, kind)));
  }
}
