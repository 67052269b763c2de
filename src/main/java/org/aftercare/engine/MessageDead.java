package org.aftercare.engine;

/**
 * Nobody will take a message any more unless a person has it tried again. Published in the
 * transaction that records it.
 *
 * @param source who sent it
 * @param name the message's name in the models
 * @param caseNumber the case it was for
 * @param reason {@code EXPIRED}: it waited its whole time; {@code CASE_ENDED}: its process is over
 */
public record MessageDead(String source, String name, String caseNumber, String reason) {}
