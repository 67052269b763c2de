package org.aftercare.engine.change;

import org.aftercare.engine.contract.ModelFile;

/** A file with what is known of it. */
record UploadedModel(ModelFile file, TriedModel tried) {

  /** Only what differs from what is there becomes a new version. */
  boolean wouldBeDeployed() {
    return tried.state() == TriedModel.State.NEW || tried.state() == TriedModel.State.CHANGED;
  }
}
