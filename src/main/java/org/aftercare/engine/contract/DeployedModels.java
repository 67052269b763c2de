package org.aftercare.engine.contract;

import java.util.Optional;

/** The models that are on the server already: what a deployment of one file refers to. */
interface DeployedModels {

  /** There are none; a whole set of models is checked. */
  DeployedModels NONE = (kind, id) -> Optional.empty();

  /** The newest deployed version of a process, decision or form. */
  Optional<ModelFile> find(ModelFile.Kind kind, String id);
}
