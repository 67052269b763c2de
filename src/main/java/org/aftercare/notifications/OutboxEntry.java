package org.aftercare.notifications;

import java.time.Instant;
import java.util.Map;

/**
 * A notice as it stands in the outbox.
 *
 * @param recipient see {@link RecipientKey}
 * @param position grows with every notice
 * @param caseNumber {@code null} for a digest, which is about many
 * @param attempts how often its delivery could not be planned
 */
record OutboxEntry(
    String noticeId,
    String recipient,
    long position,
    String caseNumber,
    String template,
    Map<String, String> facts,
    boolean urgent,
    String corrects,
    Instant toldAt,
    int attempts) {}
