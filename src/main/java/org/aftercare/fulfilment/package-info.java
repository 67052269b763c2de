/**
 * What is done with an item, whatever flow its case belongs to: repairing, replacing, carrying,
 * lending, paying back, and taking back what was booked. The delegates of the called processes
 * under {@code bpmn/shared}.
 */
@ApplicationModule(
    displayName = "Fulfilment",
    allowedDependencies = {"cases", "notifications", "customers", "systems", "engine", "api"})
package org.aftercare.fulfilment;

import org.springframework.modulith.ApplicationModule;
