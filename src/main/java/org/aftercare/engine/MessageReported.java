package org.aftercare.engine;

/**
 * A message that no process awaits has arrived for the first time. Published in the transaction
 * that stores it.
 */
public record MessageReported(InboundMessage message) {}
