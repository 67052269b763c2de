package org.aftercare.notifications;

import java.util.Map;

/**
 * The facts that a module's wordings name and that are more than text. Each module with wordings
 * has one.
 */
public interface FactVocabulary {

  /** By the fact's name, as it stands in the placeholders. */
  Map<String, FactType> types();
}
