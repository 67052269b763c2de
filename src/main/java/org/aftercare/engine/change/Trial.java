package org.aftercare.engine.change;

import java.util.List;

/**
 * What a deployment of some files would do.
 *
 * @param remarks what the guard says of them
 * @param refused whether the guard would deploy nothing
 * @param refusal what the engine says that nobody could see before it tried; empty, if nothing
 */
public record Trial(
    List<TriedModel> models, List<Remark> remarks, boolean refused, String refusal) {

  public Trial {
    models = List.copyOf(models);
    remarks = List.copyOf(remarks);
  }

  /** Whether a deployment would make a new version of anything. */
  public boolean isDeployable() {
    return !refused
        && models.stream()
            .anyMatch(
                model ->
                    model.state() == TriedModel.State.NEW
                        || model.state() == TriedModel.State.CHANGED);
  }
}
