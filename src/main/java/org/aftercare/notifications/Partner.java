package org.aftercare.notifications;

import java.net.URI;
import java.util.Locale;

/**
 * A supplier or shipper of the configuration.
 *
 * @param email where its people read, or {@code null}
 * @param webhookUrl where its systems listen, or {@code null}
 * @param webhookSecret {@code whsec_…}, signs what goes to {@code webhookUrl}
 */
record Partner(
    Kind kind, String name, Locale language, String email, URI webhookUrl, String webhookSecret) {

  enum Kind {
    SUPPLIER,
    SHIPPER
  }
}
