package org.aftercare.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The members of staff and their groups, as the engine's logins know them. */
public interface StaffDirectory {

  /** The key of a person's user info in the engine that holds the ISO 639-1 language. */
  String LANGUAGE = "language";

  /** The person, or empty if nobody has that user id. */
  Optional<StaffMember> find(String userId);

  /** The members of a group, by user id; empty if the group is unknown or has none. */
  List<StaffMember> members(String group);

  /**
   * @param name as a person is greeted
   * @param email or {@code null}
   * @param language or {@code null} if the person has chosen none
   * @param groups ids of the groups that the person belongs to
   */
  record StaffMember(
      String userId, String name, String email, Locale language, Set<String> groups) {}
}
