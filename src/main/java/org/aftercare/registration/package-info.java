/** Registered products: by whom, until when they are guaranteed, and who registers how many. */
@ApplicationModule(
    displayName = "Product registration",
    allowedDependencies = {"cases", "notifications", "customers", "systems", "engine", "api"})
package org.aftercare.registration;

import org.springframework.modulith.ApplicationModule;
