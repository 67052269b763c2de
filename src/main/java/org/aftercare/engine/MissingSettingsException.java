package org.aftercare.engine;

import java.util.List;

/** Settings without which the product cannot run as it should; the start fails. */
final class MissingSettingsException extends RuntimeException {

  private final transient List<String> faults;

  MissingSettingsException(List<String> faults) {
    super("Settings are missing or wrong: " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** One line for each setting: its name, the variable that sets it and what is wrong with it. */
  List<String> faults() {
    return faults;
  }
}
