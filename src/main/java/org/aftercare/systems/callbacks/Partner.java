package org.aftercare.systems.callbacks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A system that sends callbacks. */
enum Partner {
  SHIPPING,
  PARTS,
  BOOKING,
  BILLING;

  /** The name in addresses, properties and the inbox. */
  String system() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as people call the system. */
  String displayName() {
    return name().charAt(0) + system().substring(1);
  }

  static Optional<Partner> named(String system) {
    return Stream.of(values()).filter(partner -> partner.system().equals(system)).findFirst();
  }
}
