package org.aftercare.deferral;

import static java.util.Map.entry;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of payment deferrals name that is more than text. */
@Component
class DeferralVocabulary implements FactVocabulary {

  private static final Map<String, FactType> TYPES =
      Map.ofEntries(
          entry("circumstance", FactType.CODE),
          entry("cost", FactType.CODE),
          entry("dispute", FactType.CODE),
          entry("fee", FactType.AMOUNT),
          entry("finding", FactType.CODE),
          entry("offerCheck", FactType.CODE),
          entry("outcome", FactType.CODE),
          entry("referralEnd", FactType.CODE),
          entry("dueOn", FactType.DATE),
          entry("firstDueOn", FactType.DATE),
          entry("newDueOn", FactType.DATE),
          entry("nextDueOn", FactType.DATE),
          entry("balance", FactType.AMOUNT),
          entry("firstAmount", FactType.AMOUNT),
          entry("lastAmount", FactType.AMOUNT),
          entry("nextAmount", FactType.AMOUNT));

  @Override
  public Map<String, FactType> types() {
    return TYPES;
  }
}
