package org.aftercare.outage;

import java.util.Locale;
import org.aftercare.engine.Step;

/** What affected customers are told, by the names that the models use. */
enum News {
  STARTED,
  UPDATED,
  ENDED,
  WITHDRAWN;

  /** What a step is to tell: its process's variable {@code news}. */
  static News of(Step step) {
    return step.text("news")
        .map(News::valueOf)
        .orElseThrow(() -> new IllegalStateException("The process has no news to tell."));
  }

  /** Whether nothing is told after it. */
  boolean endsIt() {
    return this == ENDED || this == WITHDRAWN;
  }

  /**
   * The wording.
   *
   * @param endKnown whether anybody knows when the service will work again
   */
  String template(boolean endKnown) {
    String template = "outage." + name().toLowerCase(Locale.ROOT);
    return endKnown || endsIt() ? template : template + "-open-end";
  }
}
