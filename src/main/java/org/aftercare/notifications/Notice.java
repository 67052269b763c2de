package org.aftercare.notifications;

import java.util.Map;
import java.util.Objects;

/**
 * What is to be told to somebody, once.
 *
 * @param id identifies the notice: telling the same id again does nothing. By convention {@code
 *     caseNumber/elementId/attempt/recipient}
 * @param caseNumber the case that it is about
 * @param to who is told
 * @param template the wording: a message bundle key such as {@code warranty.received}; the bundles
 *     hold {@code <template>.subject}, {@code .text} and {@code .sms} in every language
 * @param facts the values that the wording names, no personal data beyond what the recipient may
 *     see. Dates as ISO-8601 and amounts as {@code "199.00 EUR"}; the wording's language formats
 *     them
 */
public record Notice(
    String id, String caseNumber, Recipient to, String template, Map<String, String> facts) {

  public Notice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caseNumber, "caseNumber");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(template, "template");
    facts = Map.copyOf(facts);
  }
}
