package org.aftercare;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages are modules, and arrows between them point downwards only. */
class ModulesTest {

  @Test
  void keepToTheirAllowedDependencies() {
    ApplicationModules.of(AftercareApplication.class).verify();
  }
}
