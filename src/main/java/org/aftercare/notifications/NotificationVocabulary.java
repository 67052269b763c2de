package org.aftercare.notifications;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What the wordings name that every message shares. */
@Component
class NotificationVocabulary implements FactVocabulary {

  @Override
  public Map<String, FactType> types() {
    return Map.of("day", FactType.DATE, "correctedAt", FactType.INSTANT, "channel", FactType.CODE);
  }
}
