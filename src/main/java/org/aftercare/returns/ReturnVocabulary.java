package org.aftercare.returns;

import static java.util.Map.entry;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of product returns name that is more than text. */
@Component
class ReturnVocabulary implements FactVocabulary {

  private static final Map<String, FactType> TYPES =
      Map.ofEntries(
          entry("grade", FactType.CODE),
          entry("mishap", FactType.CODE),
          entry("outcome", FactType.CODE),
          entry("payout", FactType.CODE),
          // UNKNOWN, or else the product's name, which has no words and stands as it is.
          entry("product", FactType.CODE),
          entry("right", FactType.CODE),
          entry("sendingPaidBy", FactType.CODE),
          entry("wish", FactType.CODE),
          entry("closeOn", FactType.DATE),
          entry("lastDay", FactType.DATE),
          entry("refundBy", FactType.DATE),
          entry("sendBackBy", FactType.DATE),
          entry("noticeAt", FactType.INSTANT),
          entry("deductionAmount", FactType.AMOUNT),
          entry("deliveryAmount", FactType.AMOUNT),
          entry("feeAmount", FactType.AMOUNT),
          entry("itemsAmount", FactType.AMOUNT),
          entry("refundAmount", FactType.AMOUNT));

  @Override
  public Map<String, FactType> types() {
    return TYPES;
  }
}
