/** Outages of services: who is affected, what they are told, and how it ended. */
@ApplicationModule(
    displayName = "Outages",
    allowedDependencies = {"cases", "notifications", "customers", "systems", "engine", "api"})
package org.aftercare.outage;

import org.springframework.modulith.ApplicationModule;
