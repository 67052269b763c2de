package org.aftercare.returns;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of the weekly digest name that is more than text. */
@Component
class ReturnDigestVocabulary implements FactVocabulary {

  @Override
  public Map<String, FactType> types() {
    return Map.of(
        "weekFrom", FactType.DATE,
        "weekUntil", FactType.DATE,
        "yearFrom", FactType.DATE,
        "shareOfWeek", FactType.PERCENT,
        "shareOfYear", FactType.PERCENT);
  }
}
