/** Customers as this product needs them: contact points, language, preferences. */
@ApplicationModule(
    displayName = "Customers",
    allowedDependencies = {"systems", "engine", "api"})
package org.aftercare.customers;

import org.springframework.modulith.ApplicationModule;
