package org.aftercare.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A notice as it stands in the outbox.
 *
 * @param recipient see {@link RecipientKey}
 * @param position grows with every notice
 * @param caseNumber {@code null} for a digest or report, which is about many or none
 * @param rows what it lists below its text
 * @param attempts how often its delivery could not be planned
 * @param topic see {@link Notice#latestOf}; {@code null} for none
 * @param mass whether it is one of very many
 */
record OutboxEntry(
    String noticeId,
    String recipient,
    long position,
    String caseNumber,
    String template,
    Map<String, String> facts,
    List<Map<String, String>> rows,
    boolean urgent,
    String corrects,
    Instant toldAt,
    int attempts,
    String topic,
    boolean mass) {}
