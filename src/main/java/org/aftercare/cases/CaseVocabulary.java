package org.aftercare.cases;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings name that every flow's cases share. */
@Component
class CaseVocabulary implements FactVocabulary {

  @Override
  public Map<String, FactType> types() {
    return Map.of("deadline", FactType.CODE, "due", FactType.INSTANT, "question", FactType.CODE);
  }
}
