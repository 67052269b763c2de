package org.aftercare.warranty;

import static java.util.Map.entry;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of warranty claims name that is more than text. */
@Component
class WarrantyVocabulary implements FactVocabulary {

  private static final Map<String, FactType> TYPES =
      Map.ofEntries(
          entry("complaintBoard", FactType.CODE),
          entry("decision", FactType.CODE),
          entry("outcome", FactType.CODE),
          // UNKNOWN, or else the product's name, which has no words and stands as it is.
          entry("product", FactType.CODE),
          entry("symptom", FactType.CODE),
          entry("deliveredOn", FactType.DATE),
          entry("expectedOn", FactType.DATE),
          entry("invoiceDueOn", FactType.DATE),
          entry("noticedOn", FactType.DATE),
          entry("reportedOn", FactType.DATE),
          entry("visitEnd", FactType.INSTANT),
          entry("visitStart", FactType.INSTANT),
          entry("amount", FactType.AMOUNT),
          entry("invoiceAmount", FactType.AMOUNT),
          entry("price", FactType.AMOUNT),
          entry("refundAmount", FactType.AMOUNT),
          entry("repairCost", FactType.AMOUNT));

  @Override
  public Map<String, FactType> types() {
    return TYPES;
  }
}
