/** A customer's matter: number, status, timeline, notes, deadlines, survey. */
@ApplicationModule(
    displayName = "Cases",
    allowedDependencies = {"notifications", "customers", "systems", "engine", "api"})
package org.aftercare.cases;

import org.springframework.modulith.ApplicationModule;
