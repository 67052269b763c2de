package org.aftercare.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StaffLogins;

/**
 * Who may call an endpoint.
 *
 * @param open no login is needed; the endpoint protects itself, if it must
 * @param ownCustomers every customer, for what is the customer's own
 * @param groups the groups whose members may call it; administrators belong to each
 * @param deployers staff of whatever group, if the engine lets them deploy models
 */
record Access(boolean open, boolean ownCustomers, Set<StaffGroup> groups, boolean deployers) {

  Access {
    groups = Collections.unmodifiableSet(withNone(groups));
  }

  static Access everybody() {
    return new Access(true, false, Set.of(), false);
  }

  static Access customers() {
    return new Access(false, true, Set.of(), false);
  }

  static Access staff(StaffGroup... groups) {
    return new Access(false, false, Set.copyOf(Arrays.asList(groups)), false);
  }

  static Access whoeverDeploys() {
    return new Access(false, false, Set.of(), true);
  }

  /** The same, and these. */
  Access and(Access other) {
    Set<StaffGroup> both = withNone(groups);
    both.addAll(other.groups);
    return new Access(
        open || other.open, ownCustomers || other.ownCustomers, both, deployers || other.deployers);
  }

  /**
   * Whether that caller may.
   *
   * @param caller {@code null} for nobody
   * @param mayDeploy whether the engine lets a member of staff deploy models
   */
  boolean allows(Caller caller, Predicate<Caller.Staff> mayDeploy) {
    if (open) {
      return true;
    }
    if (caller instanceof Caller.Customer) {
      return ownCustomers;
    }
    return caller instanceof Caller.Staff staff
        && (staff.groups().contains(StaffLogins.ADMINISTRATORS) && !groups.isEmpty()
            || groups.stream().map(StaffGroup::id).anyMatch(staff.groups()::contains)
            || deployers && mayDeploy.test(staff));
  }

  /** In words, for people who read the list. */
  String inWords() {
    if (open) {
      return "everybody";
    }
    String staff = groups.stream().map(StaffGroup::id).collect(Collectors.joining(", "));
    if (deployers) {
      staff += staff.isEmpty() ? "who may deploy" : ", who may deploy";
    }
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
