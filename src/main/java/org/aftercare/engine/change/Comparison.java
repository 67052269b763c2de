package org.aftercare.engine.change;

import java.util.List;

/**
 * What differs between two versions of a process's model.
 *
 * @param changes by how much they matter; what was only moved comes last
 */
public record Comparison(List<ElementChange> changes) {

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** How many elements are changed in that way. */
  public long count(ElementChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** Those that are more than moved. */
  public List<ElementChange> thatMatter() {
    return changes.stream().filter(change -> change.kind() != ElementChange.Kind.MOVED).toList();
  }

  /** Those that are moved and nothing else. */
  public List<ElementChange> onlyMoved() {
    return changes.stream().filter(change -> change.kind() == ElementChange.Kind.MOVED).toList();
  }
}
