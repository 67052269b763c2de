/** The warranty claim: its record, use cases, delegates and API. */
@ApplicationModule(
    displayName = "Warranty claims",
    allowedDependencies = {
      "fulfilment",
      "cases",
      "notifications",
      "customers",
      "systems",
      "engine",
      "api"
    })
package org.aftercare.warranty;

import org.springframework.modulith.ApplicationModule;
