/**
 * The company's other systems as a small real HTTP server with its own data, for a first run and
 * for tests. It stands beside the product: it shares no class and no table with it.
 */
@ApplicationModule(
    displayName = "Sandbox",
    allowedDependencies = {})
package org.aftercare.sandbox;

import org.springframework.modulith.ApplicationModule;
