package org.aftercare.engine;

import java.time.Duration;

/**
 * A process took a message from the inbox. Published in the transaction that delivers it.
 *
 * @param source who sent it
 * @param name the message's name in the models
 * @param caseNumber the case it was for
 * @param waited from arrival to delivery
 */
public record MessageDelivered(String source, String name, String caseNumber, Duration waited) {}
