/** What staff see beside Tasklist and Cockpit: the Case tab. */
@ApplicationModule(
    displayName = "Desk",
    allowedDependencies = {
      "warranty",
      "fulfilment",
      "cases",
      "notifications",
      "customers",
      "systems",
      "engine",
      "api"
    })
package org.aftercare.desk;

import org.springframework.modulith.ApplicationModule;
