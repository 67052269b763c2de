package org.aftercare.engine.change;

/**
 * A file that somebody wants to deploy.
 *
 * @param name its name, without a folder
 */
public record ModelUpload(String name, byte[] content) {}
