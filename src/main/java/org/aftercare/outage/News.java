package org.aftercare.outage;

import java.util.Locale;

/** What affected customers are told, by the names that the models use. */
enum News {
  STARTED,
  UPDATED,
  ENDED,
  WITHDRAWN;

  /**
   * The wording.
   *
   * @param endKnown whether anybody knows when the service will work again
   */
  String template(boolean endKnown) {
    String template = "outage." + name().toLowerCase(Locale.ROOT);
    return endKnown || this == ENDED || this == WITHDRAWN ? template : template + "-open-end";
  }
}
