/** Pages for the people who change the processes: the models, and what a change of one would do. */
@ApplicationModule(
    displayName = "Modelling",
    allowedDependencies = {
      "engine",
      "engine :: models",
      "engine :: flow-map",
      "engine :: change",
      "api"
    })
package org.aftercare.modelling;

import org.springframework.modulith.ApplicationModule;
