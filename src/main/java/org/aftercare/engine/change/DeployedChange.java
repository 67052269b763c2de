package org.aftercare.engine.change;

import java.util.List;

/**
 * What a deployment has made.
 *
 * @param processes the processes that have a new version
 * @param otherFiles the names of the decision tables and forms that have one
 */
public record DeployedChange(List<Version> processes, List<String> otherFiles) {

  public DeployedChange {
    processes = List.copyOf(processes);
    otherFiles = List.copyOf(otherFiles);
  }

  /** A process and its new version. */
  public record Version(String processId, int version) {}
}
