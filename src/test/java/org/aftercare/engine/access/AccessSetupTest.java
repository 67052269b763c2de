package org.aftercare.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StartUpLock;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a start finds set up, and what it sets up. */
@WebTest
class AccessSetupTest {

  @Autowired private AccessSetup setup;
  @Autowired private StartUpLock lock;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private GroupSetup groups;
  @Autowired private FilterSetup filterSetup;
  @Autowired private People people;
  @Autowired private Administrator administrator;
  @Autowired private StaffDirectory staff;
  @Autowired private IdentityService identities;
  @Autowired private FilterService filters;
  @Autowired private AuthorizationService authorizations;

  @Test
  void everyGroupOfTheFlowsIsThere() {
    assertThat(identities.createGroupQuery().list())
        .extracting(Group::getId)
        .containsAll(Arrays.stream(StaffGroup.values()).map(StaffGroup::id).toList())
        .contains("camunda-admin");
  }

  @Test
  void everyDemoPersonIsToldInTheirLanguage() {
    assertThat(staff.find("klara").orElseThrow().language()).isEqualTo(Locale.forLanguageTag("sv"));
    assertThat(staff.find("harald").orElseThrow().language())
        .isEqualTo(Locale.forLanguageTag("nb"));
    for (StaffGroup group : StaffGroup.values()) {
      assertThat(staff.members(group.id()))
          .as(group.id())
          .isNotEmpty()
          .allSatisfy(member -> assertThat(member.language()).isNotNull());
    }
  }

  @Test
  void aLanguageThatSomebodyChoseStays() {
    identities.setUserInfo("klara", StaffDirectory.LANGUAGE, "pl");
    try {
      people.speaks("klara", "sv");
      assertThat(staff.find("klara").orElseThrow().language())
          .isEqualTo(Locale.forLanguageTag("pl"));
    } finally {
      identities.setUserInfo("klara", StaffDirectory.LANGUAGE, "sv");
    }
  }

  @Test
  void anotherStartChangesNothing() {
    long filtersBefore = filters.createFilterQuery().count();
    long rightsBefore = authorizations.createAuthorizationQuery().count();
    long usersBefore = identities.createUserQuery().count();

    setup.afterSingletonsInstantiated();

    assertThat(filters.createFilterQuery().count()).isEqualTo(filtersBefore).isEqualTo(6);
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rightsBefore);
    assertThat(identities.createUserQuery().count()).isEqualTo(usersBefore);
  }

  @Test
  void filtersOfAnEarlierVersionShowTheCaseToo() {
    Filter mine = filters.createTaskFilterQuery().filterName("Mine").singleResult();
    Map<String, Object> asMade = Map.copyOf(mine.getProperties());
    assertThat(asMade).containsKey("variables");
    Map<String, Object> earlier = new HashMap<>(asMade);
    earlier.remove("variables");
    mine.setProperties(earlier);
    filters.saveFilter(mine);
    jdbc.sql("delete from access_setup where step = 'cases in filters'").update();

    setup.afterSingletonsInstantiated();

    assertThat(filters.getFilter(mine.getId()).getProperties()).isEqualTo(asMade);
  }

  @Test
  void whatAnAdministratorTookAwayStaysAway() {
    identities.deleteMembership("petra", "product-managers");
    try {
      setup.afterSingletonsInstantiated();
      assertThat(identities.createGroupQuery().groupMember("petra").count()).isZero();
    } finally {
      identities.createMembership("petra", "product-managers");
    }
  }

  @Test
  void productionRefusesADatabaseOfTheDemo() {
    AccessSetup production =
        new AccessSetup(
            lock, jdbc, transactions, groups, filterSetup, Optional.empty(), administrator);
    assertThatThrownBy(production::afterSingletonsInstantiated)
        .isInstanceOf(DemoDatabaseException.class);
  }

  @Test
  void withoutAnAdministratorOneIsMadeFromTheEnvironmentOrTheStartIsRefused() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              identities.deleteMembership("admin", "camunda-admin");

              assertThatThrownBy(() -> new Administrator(people, "", "").ensureThereIsOne())
                  .isInstanceOf(NoAdministratorException.class)
                  .hasMessageContaining("AFTERCARE_ADMIN_USER");
              assertThatThrownBy(() -> new Administrator(people, "boss", "  ").ensureThereIsOne())
                  .isInstanceOf(NoAdministratorException.class);

              new Administrator(people, "boss", "Chefen-2026-x").ensureThereIsOne();

              assertThat(
                      identities
                          .createUserQuery()
                          .userId("boss")
                          .memberOfGroup("camunda-admin")
                          .count())
                  .isEqualTo(1);
            });
    assertThat(identities.createUserQuery().userId("boss").count()).isZero();
  }

  @Test
  void aWeakPasswordMakesNoAdministratorAndIsNotRepeated() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              identities.deleteMembership("admin", "camunda-admin");
              assertThatThrownBy(
                      () -> new Administrator(people, "boss", "hemligt").ensureThereIsOne())
                  .isInstanceOf(NoAdministratorException.class)
                  .hasMessageContaining("at least 10 characters")
                  .hasMessageNotContaining("hemligt");
            });
  }
}
