package org.aftercare.engine;

/**
 * A step of a case is out of tries and waits for a person. Published in the transaction that makes
 * the incident and its task.
 *
 * @param incidentId the engine's id of it
 * @param step the step's name in the model
 * @param problem what is wrong, in operations' words and without anything of the customer
 */
public record StepStopped(String incidentId, String caseNumber, String step, String problem) {}
