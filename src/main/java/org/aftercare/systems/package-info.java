/**
 * The company's other systems behind ports: CRM, orders, contracts, parts, shipping, booking,
 * billing, accounting.
 */
@ApplicationModule(
    displayName = "Systems",
    allowedDependencies = {"engine", "api"})
package org.aftercare.systems;

import org.springframework.modulith.ApplicationModule;
