/** What every HTTP endpoint shares: logins and tokens, idempotency keys, problem details. */
@ApplicationModule(
    displayName = "API conventions",
    allowedDependencies = {"engine"})
package org.aftercare.api;

import org.springframework.modulith.ApplicationModule;
