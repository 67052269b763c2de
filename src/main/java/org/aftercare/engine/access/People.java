package org.aftercare.engine.access;

import org.aftercare.engine.StaffDirectory;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes users of the engine. */
@Component
class People {

  private final IdentityService identities;

  People(IdentityService identities) {
    this.identities = identities;
  }

  /** Makes the user, unless there is one of that id, and puts the user into the group. */
  void create(
      String id, String givenName, String familyName, String email, String password, String group) {
    if (identities.createUserQuery().userId(id).count() == 0) {
      User user = identities.newUser(id);
      user.setFirstName(givenName);
      user.setLastName(familyName);
      user.setEmail(email);
      user.setPassword(password);
      identities.saveUser(user);
    }
    if (identities.createUserQuery().userId(id).memberOfGroup(group).count() == 0) {
      identities.createMembership(id, group);
    }
  }

  /** Sets the language in which the user is told, unless one is set or the user is gone. */
  void speaks(String id, String language) {
    if (identities.createUserQuery().userId(id).count() > 0
        && identities.getUserInfo(id, StaffDirectory.LANGUAGE) == null) {
      identities.setUserInfo(id, StaffDirectory.LANGUAGE, language);
    }
  }

  boolean anybodyIn(String group) {
    return identities.createUserQuery().memberOfGroup(group).count() > 0;
  }
}
