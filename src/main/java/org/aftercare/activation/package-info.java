/**
 * Services activated and subscriptions upgraded: the order, its parts, its taking back, its API.
 */
@ApplicationModule(
    displayName = "Service activation and subscription upgrade",
    allowedDependencies = {"cases", "notifications", "customers", "systems", "engine", "api"})
package org.aftercare.activation;

import org.springframework.modulith.ApplicationModule;
