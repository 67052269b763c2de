package org.aftercare.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StaffLogins;

/**
 * Who may call an endpoint.
 *
 * @param open no login is needed; the endpoint protects itself, if it must
 * @param ownCustomers every customer, for what is the customer's own
 * @param groups the groups whose members may call it; administrators belong to each
 */
record Access(boolean open, boolean ownCustomers, Set<StaffGroup> groups) {

  Access {
    groups = Collections.unmodifiableSet(withNone(groups));
  }

  static Access everybody() {
    return new Access(true, false, Set.of());
  }

  static Access customers() {
    return new Access(false, true, Set.of());
  }

  static Access staff(StaffGroup... groups) {
    return new Access(false, false, Set.copyOf(Arrays.asList(groups)));
  }

  /** The same, and these groups. */
  Access and(Access other) {
    Set<StaffGroup> both = withNone(groups);
    both.addAll(other.groups);
    return new Access(open || other.open, ownCustomers || other.ownCustomers, both);
  }

  boolean allows(Caller caller) {
    if (open) {
      return true;
    }
    if (caller instanceof Caller.Customer) {
      return ownCustomers;
    }
    return caller instanceof Caller.Staff staff
        && (staff.groups().contains(StaffLogins.ADMINISTRATORS) && !groups.isEmpty()
            || groups.stream().map(StaffGroup::id).anyMatch(staff.groups()::contains));
  }

  /** In words, for people who read the list. */
  String inWords() {
    if (open) {
      return "everybody";
    }
    String staff = groups.stream().map(StaffGroup::id).collect(Collectors.joining(", "));
    if (!ownCustomers) {
      return staff;
    }
    return staff.isEmpty() ? "customers" : "customers; " + staff;
  }

  private static EnumSet<StaffGroup> withNone(Set<StaffGroup> groups) {
    EnumSet<StaffGroup> copy = EnumSet.noneOf(StaffGroup.class);
    copy.addAll(groups);
    return copy;
  }
}
