package org.aftercare.engine.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two versions of a model element by element. An element is the same in both, if it has
 * the same id: that is how the engine sees it, too.
 */
final class ModelComparison {

  private static final int LONGEST_SAYING = 160;

  private ModelComparison() {}

  static Comparison of(Map<String, ModelElement> before, Map<String, ModelElement> after) {
    List<ElementChange> changes = new ArrayList<>();
    before.forEach(
        (id, element) -> {
          if (!after.containsKey(id)) {
            changes.add(change(element, ElementChange.Kind.REMOVED, List.of()));
          }
        });
    after.forEach(
        (id, element) -> {
          ModelElement old = before.get(id);
          if (old == null) {
            changes.add(change(element, ElementChange.Kind.ADDED, List.of()));
          } else if (!old.meansTheSameAs(element)) {
            changes.add(change(element, ElementChange.Kind.CHANGED, details(old, element)));
          } else if (!old.drawing().equals(element.drawing())) {
            changes.add(change(element, ElementChange.Kind.MOVED, List.of()));
          }
        });
    changes.sort(
        Comparator.comparing(ElementChange::kind)
            .thenComparing(change -> change.type().equals("sequence flow")));
    return new Comparison(changes);
  }

  private static ElementChange change(
      ModelElement element, ElementChange.Kind kind, List<String> details) {
    return new ElementChange(element.id(), element.type(), element.name(), kind, details);
  }

  private static List<String> details(ModelElement before, ModelElement after) {
    List<String> details = new ArrayList<>();
    Set<String> abouts = new LinkedHashSet<>(after.facts().keySet());
    abouts.addAll(before.facts().keySet());
    for (String about : abouts) {
      ModelElement.Fact old = before.facts().get(about);
      ModelElement.Fact now = after.facts().get(about);
      if (old == null) {
        details.add("%s: now “%s”".formatted(about, shortened(now.words(), 0)));
      } else if (now == null) {
        details.add("%s: no longer “%s”".formatted(about, shortened(old.words(), 0)));
      } else if (!old.meansTheSameAs(now)) {
        String was = words(old, now);
        String is = words(now, old);
        int same = sameAtTheStart(was, is);
        details.add(
            "%s: “%s”, was “%s”".formatted(about, shortened(is, same), shortened(was, same)));
      }
    }
    return details;
  }

  /** With the id, where two things are called the same. */
  private static String words(ModelElement.Fact fact, ModelElement.Fact other) {
    return fact.words().equals(other.words())
        ? "%s (%s)".formatted(fact.words(), fact.meaning())
        : fact.words();
  }

  /** Around the place where the two begin to differ. */
  private static String shortened(String said, int same) {
    if (said.length() <= LONGEST_SAYING) {
      return said;
    }
    int start = Math.max(0, Math.min(same - LONGEST_SAYING / 2, said.length() - LONGEST_SAYING));
    int end = Math.min(said.length(), start + LONGEST_SAYING);
    return (start > 0 ? "…" : "") + said.substring(start, end) + (end < said.length() ? "…" : "");
  }

  private static int sameAtTheStart(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }
}
