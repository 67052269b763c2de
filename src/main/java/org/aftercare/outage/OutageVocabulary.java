package org.aftercare.outage;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of outages name that is more than text. */
@Component
class OutageVocabulary implements FactVocabulary {

  @Override
  public Map<String, FactType> types() {
    return Map.of(
        "service", FactType.CODE,
        "cause", FactType.CODE,
        "startedAt", FactType.INSTANT,
        "expectedEndAt", FactType.INSTANT,
        "endedAt", FactType.INSTANT);
  }
}
