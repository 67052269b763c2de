package org.aftercare.notifications;

import java.util.Map;

/**
 * A message in its recipient's words, ready for a channel.
 *
 * @param deliveryId the same however often it is sent; goes out as Message-ID or Idempotency-Key
 * @param addressee see {@link RecipientKey}
 * @param caseNumber {@code null} for a digest
 * @param text all of it: greeting, wording, how to reach a person
 * @param sms the same for a small screen, or {@code null} if there is no such wording
 * @param facts what a partner's system gets instead of words; empty for everybody else
 */
record OutgoingMessage(
    String deliveryId,
    String addressee,
    String caseNumber,
    String template,
    Contact to,
    String subject,
    String text,
    String sms,
    Map<String, String> facts) {}
