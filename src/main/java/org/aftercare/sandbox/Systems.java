package org.aftercare.sandbox;

import java.util.List;
import java.util.Optional;

/** The names of the systems, which are also the first part of their paths. */
class Systems {

  /** The systems behind ports and the two gateways, in the order of the page. */
  static final List<String> OVER_HTTP =
      List.of(
          "crm",
          "orders",
          "contracts",
          "parts",
          "shipping",
          "booking",
          "billing",
          "accounting",
          "sms",
          "webhook");

  /** The mail server: it has no path, but it can be switched off like the others. */
  static final String MAIL = "mail";

  private Systems() {}

  static List<String> all() {
    return java.util.stream.Stream.concat(OVER_HTTP.stream(), java.util.stream.Stream.of(MAIL))
        .toList();
  }

  /** The system that a path belongs to. */
  static Optional<String> ofPath(String path) {
    return OVER_HTTP.stream()
        .filter(system -> path.equals("/" + system) || path.startsWith("/" + system + "/"))
        .findFirst();
  }
}
