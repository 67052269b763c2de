package org.aftercare.desk;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings to staff about their tasks name. */
@Component
class DeskVocabulary implements FactVocabulary {

  @Override
  public Map<String, FactType> types() {
    return Map.of("about", FactType.CODE);
  }
}
