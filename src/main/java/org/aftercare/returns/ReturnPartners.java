package org.aftercare.returns;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aftercare.cases.CasePartners;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.springframework.stereotype.Component;

/** What shippers get to know of product returns: the fields named here. */
@Component
class ReturnPartners implements CasePartners {

  private static final String DELIVERY = "shipper.delivery";

  private final Returns returns;
  private final Commitments commitments;
  private final ReturnProperties properties;

  ReturnPartners(Returns returns, Commitments commitments, ReturnProperties properties) {
    this.returns = returns;
    this.commitments = commitments;
    this.properties = properties;
  }

  @Override
  public String flow() {
    return ReturnProcess.KEY;
  }

  @Override
  public String partner(String caseNumber, Role role, String template) {
    if (role != Role.SHIPPER) {
      throw new IllegalArgumentException("Of returns, suppliers are told nothing.");
    }
    return properties.shipper();
  }

  @Override
  public Map<String, String> fields(String caseNumber, String template) {
    if (!DELIVERY.equals(template)) {
      throw new IllegalArgumentException(
          "Partners are told nothing under '%s'.".formatted(template));
    }
    Commitment shipment =
        commitments
            .latest(caseNumber, Kind.DELIVERY)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Case %s has no delivery to tell a partner of.".formatted(caseNumber)));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("caseNumber", caseNumber);
    fields.put("shipmentId", shipment.reference());
    fields.put("trackingNumber", shipment.detail());
    // Name, phone and address are looked up when the message leaves; the outbox does not keep them.
    fields.put("customerId", returns.require(caseNumber).customerId());
    return fields;
  }
}
