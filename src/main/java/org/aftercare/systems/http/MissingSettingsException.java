package org.aftercare.systems.http;

import java.util.List;

/** Settings without which the other systems cannot be reached; the start fails. */
final class MissingSettingsException extends RuntimeException {

  private final transient List<String> faults;

  MissingSettingsException(List<String> faults) {
    super("Settings of the other systems are missing: " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** One line for each setting: its name, the variable that sets it and what is wrong with it. */
  List<String> faults() {
    return faults;
  }
}
