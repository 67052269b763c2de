/**
 * Camunda: configuration, guards, clock and calendar, remote-call discipline, inbox, model
 * contract.
 */
@ApplicationModule(
    displayName = "Engine",
    allowedDependencies = {})
package org.aftercare.engine;

import org.springframework.modulith.ApplicationModule;
