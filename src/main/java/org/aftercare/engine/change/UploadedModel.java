package org.aftercare.engine.change;

import org.aftercare.engine.contract.ModelFile;

/**
 * A file with what is known of it.
 *
 * @param wouldBeDeployed whether a deployment would take it: not what is no model, nor what is the
 *     same already
 */
record UploadedModel(ModelFile file, TriedModel tried, boolean wouldBeDeployed) {}
