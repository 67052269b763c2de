package org.aftercare.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.aftercare.notifications.Wordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says a case's timeline in its reader's language. */
@Component
public class TimelineWording {

  private static final Logger LOG = LoggerFactory.getLogger(TimelineWording.class);
  private static final String INTERNAL = "internal.";

  private final Cases cases;
  private final Wordings wordings;

  TimelineWording(Cases cases, Wordings wordings) {
    this.cases = cases;
    this.wordings = wordings;
  }

  /** What the customer may read, oldest first. */
  public List<Line> forCustomer(ServiceCase of, Locale language) {
    return lines(
        of,
        language,
        cases.timeline(of.caseNumber()).stream()
            .filter(entry -> !entry.event().startsWith(INTERNAL))
            .toList());
  }

  /** Everything, oldest first. */
  public List<Line> forStaff(ServiceCase of, Locale language) {
    return lines(of, language, cases.timeline(of.caseNumber()));
  }

  private List<Line> lines(ServiceCase of, Locale language, List<Cases.TimelineEntry> entries) {
    return entries.stream()
        .map(entry -> new Line(entry.at(), entry.event(), text(of, entry, language)))
        .toList();
  }

  /** A line that cannot be said hides no other: the page still opens. */
  private String text(ServiceCase of, Cases.TimelineEntry entry, Locale language) {
    try {
      return wordings.text("timeline." + entry.event(), entry.facts(), language, of.country());
    } catch (IllegalArgumentException noWording) {
      LOG.error("Case {}: {}", of.caseNumber(), noWording.getMessage());
      return wordings.text("timeline.case.progress", entry.facts(), language, of.country());
    }
  }

  /**
   * @param event the event's name, stable over languages
   * @param text what happened, in the reader's language
   */
  public record Line(Instant at, String event, String text) {}
}
