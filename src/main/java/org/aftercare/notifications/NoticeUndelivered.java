package org.aftercare.notifications;

import java.time.Instant;

/**
 * Somebody could not be told and it is not tried again. Published as an application event in the
 * transaction that records it.
 *
 * @param recipient see {@link Notifications.TellLog#recipient()}
 * @param channel {@code null} if the recipient is unknown or has no way to be reached
 * @param failure why, a code without personal data, for example {@code UNKNOWN_RECIPIENT} or {@code
 *     SMTP_550}
 */
public record NoticeUndelivered(
    String noticeId,
    String caseNumber,
    String recipient,
    String template,
    Channel channel,
    String failure,
    Instant at) {}
