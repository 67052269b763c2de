package org.aftercare.engine.access;

import org.aftercare.engine.StaffLogins;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the administrators' group always has a member: without one, the engine's Admin
 * offers everybody to become the first (CVE-2026-77226).
 */
@Component
class Administrator {

  private final People people;
  private final String user;
  private final String password;

  Administrator(
      People people,
      @Value("${aftercare.admin.user:}") String user,
      @Value("${aftercare.admin.password:}") String password) {
    this.people = people;
    this.user = user;
    this.password = password;
  }

  /**
   * @throws NoAdministratorException if there is none and none can be made
   */
  void ensureThereIsOne() {
    if (people.anybodyIn(StaffLogins.ADMINISTRATORS)) {
      return;
    }
    if (user.isBlank() || password.isBlank()) {
      throw new NoAdministratorException(
          "There is no administrator yet, and AFTERCARE_ADMIN_USER or AFTERCARE_ADMIN_PASSWORD is missing.");
    }
    try {
      people.create(user, user, "", null, password, StaffLogins.ADMINISTRATORS);
    } catch (ProcessEngineException e) {
      // The engine's message may repeat what was configured; the password stays out of logs.
      throw new NoAdministratorException(
          "AFTERCARE_ADMIN_USER and AFTERCARE_ADMIN_PASSWORD do not make a user: the password needs at least 10 characters with"
              + " upper and lower case, a digit and a special character, and must not contain the user's name.");
    }
  }
}
