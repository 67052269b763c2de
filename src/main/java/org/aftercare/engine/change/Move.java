package org.aftercare.engine.change;

/**
 * Cases that are being moved into the newest version of their process.
 *
 * @param batchId the engine's id of the batch that does it
 * @param fromVersion the version in which they were
 * @param cases how many
 */
public record Move(String batchId, int fromVersion, int cases) {}
