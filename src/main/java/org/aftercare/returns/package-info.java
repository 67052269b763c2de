/** The product return: its record, use cases, delegates and API. */
@ApplicationModule(
    displayName = "Product returns",
    allowedDependencies = {
      "fulfilment",
      "cases",
      "notifications",
      "customers",
      "systems",
      "engine",
      "api"
    })
package org.aftercare.returns;

import org.springframework.modulith.ApplicationModule;
