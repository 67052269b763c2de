/** The payment deferral: its record, use cases, delegates and API. */
@ApplicationModule(
    displayName = "Payment deferrals",
    allowedDependencies = {"cases", "notifications", "customers", "systems", "engine", "api"})
package org.aftercare.deferral;

import org.springframework.modulith.ApplicationModule;
