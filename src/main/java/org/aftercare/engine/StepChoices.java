package org.aftercare.engine;

import java.util.Map;
import java.util.Set;

/**
 * What a step's settings may be. A module whose delegate reads settings that only some values fit
 * declares these as a bean of this type; the model contract checks that the models choose among
 * them.
 *
 * @param step the delegate's bean
 * @param settings the values of each setting that the step needs
 */
public record StepChoices(String step, Map<String, Set<String>> settings) {

  public StepChoices {
    settings = Map.copyOf(settings);
  }
}
