package org.aftercare.engine;

import java.util.Map;
import java.util.Objects;

/**
 * A message from a partner or a customer for one case.
 *
 * @param source who sent it, for example {@code shipping}; with {@code id} unique
 * @param id the sender's id of the message
 * @param name the message's name in the model, for example {@code CarrierScanned}
 * @param caseNumber the case and so the process's business key
 * @param variables short, primitive values for the process (String, Integer, Long, Boolean), and
 *     {@link Reference}s to what the message is about; no personal data
 */
public record InboundMessage(
    String source, String id, String name, String caseNumber, Map<String, Object> variables) {

  public InboundMessage {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(caseNumber, "caseNumber");
    variables = Map.copyOf(variables);
  }
}
