package org.aftercare.cases;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long the flows' deadlines are.
 *
 * @param deadlines by flow and name, for example {@code
 *     aftercare.deadlines.warranty-claim.coverage}
 */
@ConfigurationProperties("aftercare")
record DeadlineProperties(Map<String, Map<String, DeadlineDuration>> deadlines) {

  DeadlineProperties {
    deadlines = deadlines == null ? Map.of() : Map.copyOf(deadlines);
  }

  /**
   * @throws IllegalStateException if the configuration lacks it
   */
  DeadlineDuration of(String flow, String name) {
    DeadlineDuration duration = deadlines.getOrDefault(flow, Map.of()).get(name);
    if (duration == null) {
      throw new IllegalStateException(
          "The property aftercare.deadlines.%s.%s is missing; set it to a duration such as \"1 business day\""
              .formatted(flow, name));
    }
    return duration;
  }
}
