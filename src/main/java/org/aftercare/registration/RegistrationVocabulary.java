package org.aftercare.registration;

import java.util.Map;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactVocabulary;
import org.springframework.stereotype.Component;

/** What the wordings of registrations name that is more than text. */
@Component
class RegistrationVocabulary implements FactVocabulary {

  @Override
  public Map<String, FactType> types() {
    return Map.of(
        // UNKNOWN, or else the product's name, which has no words and stands as it is.
        "product", FactType.CODE,
        "proof", FactType.CODE,
        "legalUntil", FactType.DATE,
        "commercialUntil", FactType.DATE);
  }
}
