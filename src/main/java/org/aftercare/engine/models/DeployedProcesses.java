package org.aftercare.engine.models;

import java.util.List;
import java.util.Optional;

/** The processes on the server in their newest versions, whoever asks. */
public interface DeployedProcesses {

  /** All of them, by flow and name; those that came later are last. */
  List<DeployedProcess> all();

  Optional<DeployedProcess> find(String processId);

  /** The model's XML as it was deployed, in UTF-8 unless it says otherwise. */
  byte[] model(DeployedProcess process);
}
