package org.aftercare.engine.flowmap;

import java.util.List;
import java.util.Optional;

/** The maps of all flows, as their newest models on the server say. */
public interface FlowMaps {

  /** The flows by name. */
  List<FlowTitle> flows();

  /**
   * @param flow the id of its first process
   */
  Optional<FlowMap> of(String flow);
}
