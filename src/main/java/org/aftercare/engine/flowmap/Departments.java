package org.aftercare.engine.flowmap;

import java.util.Locale;
import org.aftercare.engine.StaffGroup;

/** What people call the departments, and how near to the customer each works. */
final class Departments {

  private Departments() {}

  /** A group that the program does not know keeps its id. */
  static String name(String group) {
    return StaffGroup.ofId(group).map(StaffGroup::displayName).orElse(group);
  }

  /** Empty for those who work for all offices. */
  static String office(String name) {
    for (StaffGroup group : StaffGroup.values()) {
      if (group.displayName().equals(name)) {
        return group
            .office()
            .map(office -> PlainWords.title(office.name().toLowerCase(Locale.ROOT)) + " office")
            .orElse("");
      }
    }
    return "";
  }
}
