package org.aftercare.engine;

import java.util.Set;

/**
 * The names that a module's code shares with the models. A module that correlates messages or
 * throws BPMN errors declares their names as a bean of this type; the model contract checks that
 * the models use these names and no others.
 *
 * @param messages names of the messages that the module hands to processes
 * @param errors codes of the BPMN errors that the module's delegates throw
 */
public record ModelNames(Set<String> messages, Set<String> errors) {

  public ModelNames {
    messages = Set.copyOf(messages);
    errors = Set.copyOf(errors);
  }

  /** Messages only: most modules report refusals as values for a gateway, not as errors. */
  public static ModelNames ofMessages(String... messages) {
    return new ModelNames(Set.of(messages), Set.of());
  }
}
