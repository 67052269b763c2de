package org.aftercare.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each system misbehaves just now. A restart heals all. */
class Faults {

  private final Map<String, Fault> faults = new ConcurrentHashMap<>();

  void set(String system, Fault fault) {
    faults.put(system, fault);
  }

  void heal() {
    faults.clear();
  }

  Fault of(String system) {
    return faults.getOrDefault(system, Fault.NONE);
  }

  /** The fault that a request meets; it counts as one of its times. */
  Fault meet(String system, String path) {
    Fault[] met = {Fault.NONE};
    faults.computeIfPresent(
        system,
        (name, fault) -> {
          if (!fault.concerns(path)) {
            return fault;
          }
          met[0] = fault;
          return fault.oneLess();
        });
    return met[0];
  }
}
