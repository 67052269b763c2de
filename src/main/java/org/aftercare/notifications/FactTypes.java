package org.aftercare.notifications;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The type of each fact by its name, as the modules declare it. A type is never guessed from a
 * value: a customer's serial number may look like a date or an amount.
 */
@Component
public class FactTypes {

  private final Map<String, FactType> types;

  /**
   * @throws IllegalStateException if two modules mean different things by one name
   */
  public FactTypes(List<FactVocabulary> vocabularies) {
    Map<String, FactType> all = new HashMap<>();
    for (FactVocabulary vocabulary : vocabularies) {
      vocabulary
          .types()
          .forEach(
              (fact, type) -> {
                FactType other = all.put(fact, type);
                if (other != null && other != type) {
                  throw new IllegalStateException(
                      "The fact '%s' is declared as %s and as %s; give one another name."
                          .formatted(fact, other, type));
                }
              });
    }
    this.types = Map.copyOf(all);
  }

  /** What nobody declares is text. */
  public FactType of(String fact) {
    return types.getOrDefault(fact, FactType.TEXT);
  }
}
