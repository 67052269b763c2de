/** Who is told, how and when: outbox, preferences, delivery. */
@ApplicationModule(
    displayName = "Notifications",
    allowedDependencies = {"customers", "systems", "engine", "api"})
package org.aftercare.notifications;

import org.springframework.modulith.ApplicationModule;
