/**
 * What operations sees in Cockpit beside Camunda's own pages: steps that fail, incidents by cause,
 * what waits, and where finished cases went. Nothing here tells of a person.
 */
@ApplicationModule(
    displayName = "Operations",
    allowedDependencies = {"notifications", "engine", "api"})
package org.aftercare.operations;

import org.springframework.modulith.ApplicationModule;
