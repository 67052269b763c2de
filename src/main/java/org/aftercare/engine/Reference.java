package org.aftercare.engine;

import java.util.Objects;

/**
 * What a message is about, by the number that its sender gave it: a shipment, a visit, an invoice.
 * As a message's variable it is a text for the process; and a process that holds another text under
 * the same name awaits another shipment, visit or invoice and does not get the message.
 */
public record Reference(String text) {

  public Reference {
    Objects.requireNonNull(text, "text");
  }
}
