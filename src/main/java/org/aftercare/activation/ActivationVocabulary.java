package org.aftercare.activation;

import static java.util.Map.entry;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of orders of plans name that is more than text. */
@Component
class ActivationVocabulary implements FactVocabulary {

  private static final Map<String, FactType> TYPES =
      Map.ofEntries(
          entry("eligibility", FactType.CODE),
          entry("failure", FactType.CODE),
          entry("ordered", FactType.CODE),
          entry("part", FactType.CODE),
          entry("startsOn", FactType.DATE),
          entry("monthlyPrice", FactType.AMOUNT));

  @Override
  public Map<String, FactType> types() {
    return TYPES;
  }
}
