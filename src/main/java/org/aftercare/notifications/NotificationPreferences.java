package org.aftercare.notifications;

import java.util.Optional;

/** How each member of staff and each team wants to be told. */
public interface NotificationPreferences {

  /** What holds for a person: own choice, or else a team's, or else everybody's. */
  Preference ofPerson(String userId);

  /** What holds for a team's members who have not chosen themselves. */
  Preference ofTeam(String group);

  /** The person's own choice, if there is one. */
  Optional<Preference> chosenBy(String userId);

  /**
   * Keeps a person's choice from now on.
   *
   * @throws IllegalArgumentException if it leaves no channel by which staff can be told
   */
  void choose(String userId, Preference preference);

  /** Forgets a person's choice: the team's holds again. */
  void forget(String userId);

  /**
   * Keeps a team's choice from now on.
   *
   * @throws IllegalArgumentException if it leaves no channel by which staff can be told
   */
  void chooseForTeam(String group, Preference preference);
}
