package org.aftercare.engine.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The models that are on the server already: what a deployment of one file refers to. */
interface DeployedModels {

  /** There are none; a whole set of models is checked. */
  DeployedModels NONE = (kind, id) -> Optional.empty();

  /** The newest deployed version of a process, decision or form. */
  Optional<ModelFile> find(ModelFile.Kind kind, String id);

  /**
   * The newest versions of all processes whose files hold one of these ids in quotes: whatever
   * calls, shows or asks one of them does, and few others do. None, where nobody is asked for them.
   */
  default List<ModelFile> processesNaming(Set<String> ids) {
    return List.of();
  }
}
