package org.aftercare.engine.models;

/**
 * A process as the newest version of its model on the server has it.
 *
 * @param definitionId the engine's id of this version
 * @param id the process's id, which is its file's name, too
 * @param name what people call it; its id, if it has no name
 * @param version how many times it has been deployed
 * @param flow the folder under {@code bpmn/} that the program's own models have it in, empty for
 *     one that came later
 */
public record DeployedProcess(
    String definitionId, String id, String name, int version, String flow) {}
