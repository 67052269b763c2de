package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.aftercare.engine.StaffDirectory.StaffMember;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CamundaStaffDirectoryTest {

  private static ProcessEngine engine;
  private static IdentityService identity;
  private static StaffDirectory directory;

  @BeforeAll
  static void employ() {
    engine =
        ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
            .setProcessEngineName(UUID.randomUUID().toString())
            .buildProcessEngine();
    identity = engine.getIdentityService();
    directory = new CamundaStaffDirectory(identity);
    identity.saveGroup(identity.newGroup("claims"));
    identity.saveGroup(identity.newGroup("legal"));
    employ("klara", "Klara", "Ek", "klara@aftercare.example");
    employ("bot", null, null, null);
    identity.createMembership("klara", "claims");
    identity.createMembership("bot", "claims");
    identity.createMembership("klara", "legal");
    identity.setUserInfo("klara", CamundaStaffDirectory.LANGUAGE, "sv");
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static void employ(String userId, String firstName, String lastName, String email) {
    User user = identity.newUser(userId);
    user.setFirstName(firstName);
    user.setLastName(lastName);
    user.setEmail(email);
    user.setPassword("Kylskap-2026");
    identity.saveUser(user);
  }

  @Test
  void knowsAPersonWithGroupsAndLanguage() {
    assertThat(directory.find("klara"))
        .contains(
            new StaffMember(
                "klara",
                "Klara Ek",
                "klara@aftercare.example",
                Locale.forLanguageTag("sv"),
                java.util.Set.of("claims", "legal")));
  }

  @Test
  void callsSomebodyWithoutANameByTheirId() {
    assertThat(directory.find("bot"))
        .contains(new StaffMember("bot", "bot", null, null, java.util.Set.of("claims")));
  }

  @Test
  void listsTheMembersOfAGroup() {
    assertThat(directory.members("claims"))
        .extracting(StaffMember::userId)
        .containsExactly("bot", "klara");
    assertThat(directory.members("legal")).extracting(StaffMember::userId).containsExactly("klara");
  }

  @Test
  void knowsNobodyElse() {
    assertThat(directory.find("nobody")).isEmpty();
    assertThat(directory.members("no-such-group")).isEmpty();
  }
}
