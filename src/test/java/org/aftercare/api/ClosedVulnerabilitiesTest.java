package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The attacks that this version of the engine is known to be open to, and their failing here. */
@WebTest
class ClosedVulnerabilitiesTest {

  private static final String RUN =
      "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('true')}";
  private static final String INTRUDER =
      """
      {"profile": {"id": "intruder", "firstName": "In", "lastName": "Truder"},
       "credentials": {"password": "Inbrott-2026"}}""";

  @Autowired private IdentityService identities;
  @Autowired private FilterService filters;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  // CVE-2026-109432: expressions inside orQueries

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task", "/engine-rest/task/count"})
  void anExpressionWithinAnOrQueryIsNotEvaluated(String path) {
    Visitor klara = Visitor.staff(port, "klara");
    for (String expression : new String[] {RUN, "${currentUser()}"}) {
      for (String criterion :
          new String[] {
            "assigneeExpression",
            "candidateGroupExpression",
            "dueBeforeExpression",
            "processInstanceBusinessKeyExpression"
          }) {
        Visitor.Answer answer =
            klara.post(
                path, "{\"orQueries\": [{\"%s\": \"%s\"}]}".formatted(criterion, expression));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains("Expressions are not allowed in queries");
      }
    }
    assertThat(klara.post(path, "{\"orQueries\": [{\"assignee\": \"klara\"}]}").status())
        .as("the same query without an expression")
        .isEqualTo(200);
  }

  @Test
  void anExpressionInAQueryIsNotEvaluated() {
    assertThat(
            Visitor.staff(port, "klara")
                .post("/engine-rest/task", "{\"assigneeExpression\": \"" + RUN + "\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void norThroughTasklist() {
    Visitor klara = Visitor.anonymous(port).logIn("tasklist", "klara");
    Map<String, String> proof = Map.of("X-XSRF-TOKEN", klara.forgeryToken());
    Visitor.Answer answer =
        klara.post(
            "/camunda/api/engine/engine/default/task",
            "{\"orQueries\": [{\"assigneeExpression\": \"" + RUN + "\"}]}",
            proof);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.body()).contains("Expressions are not allowed in queries");
    assertThat(klara.post("/camunda/api/engine/engine/default/task", "{}", proof).status())
        .isEqualTo(200);
  }

  /** The second one would be harmless, but nobody allowed it either. */
  @ParameterizedTest
  @ValueSource(strings = {RUN, "${'klara'}"})
  void norByExtendingAStoredFilter(String expression) {
    String mine = filters.createTaskFilterQuery().filterName("Mine").singleResult().getId();
    Visitor.Answer answer =
        Visitor.staff(port, "klara")
            .post(
                "/engine-rest/filter/" + mine + "/list",
                "{\"orQueries\": [{\"assigneeExpression\": \"" + expression + "\"}]}");
    assertRefused(answer, expression);
    assertRefused(
        Visitor.staff(port, "klara")
            .post(
                "/engine-rest/filter/" + mine + "/count",
                "{\"orQueries\": [{\"assigneeExpression\": \"" + expression + "\"}]}"),
        expression);
  }

  private static void assertRefused(Visitor.Answer answer, String expression) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.body())
        .contains("This expression is not allowed in a filter.")
        .doesNotContain(expression)
        .doesNotContain("Exception.java", "\\tat ");
  }

  @Test
  void aFilterWithAnotherExpressionThanTheAllowedOnesIsNotStored() {
    Visitor admin = Visitor.staff(port, "admin");
    long before = filters.createFilterQuery().count();
    for (String query :
        new String[] {
          "{\"assigneeExpression\": \"" + RUN + "\"}",
          "{\"orQueries\": [{\"assigneeExpression\": \"" + RUN + "\"}]}",
          "{\"orQueries\": [{\"assigneeExpression\": \"${currentUser().getClass()}\"}]}",
          "{\"dueBeforeExpression\": \"${dateTime().plusDays(1).getClass()}\"}",
          "{\"assigneeExpression\": \"prefix ${currentUser()}\"}"
        }) {
      assertThat(admin.post("/engine-rest/filter/create", filter(query)).status())
          .as(query)
          .isEqualTo(400);
    }
    assertThat(filters.createFilterQuery().count()).isEqualTo(before);
  }

  @Test
  void aFilterCannotBeChangedToHoldOne() {
    Visitor admin = Visitor.staff(port, "admin");
    String id = create(admin, "{\"assignee\": \"klara\"}");
    try {
      assertThat(
              admin
                  .send(
                      "PUT",
                      "/engine-rest/filter/" + id,
                      filter("{\"orQueries\": [{\"assigneeExpression\": \"" + RUN + "\"}]}"),
                      Map.of("Content-Type", "application/json"))
                  .status())
          .isEqualTo(400);
      assertThat(admin.get("/engine-rest/filter/" + id).body()).doesNotContain("getClass");
    } finally {
      filters.deleteFilter(id);
    }
  }

  @Test
  void aFilterThatWasStoredBeforeIsNotEvaluated() {
    Visitor admin = Visitor.staff(port, "admin");
    String id = create(admin, "{\"orQueries\": [{\"assigneeExpression\": \"${currentUser()}\"}]}");
    try {
      assertThat(admin.get("/engine-rest/filter/" + id + "/list").status())
          .as("the allowed expression")
          .isEqualTo(200);
      jdbc.sql(
              "update ACT_RU_FILTER set QUERY_ = replace(QUERY_, 'currentUser()', ?) where ID_ = ?")
          .params("'klara'", id)
          .update();
      Visitor.Answer answer = admin.get("/engine-rest/filter/" + id + "/list");
      assertRefused(answer, "'klara'");
    } finally {
      filters.deleteFilter(id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assigneeExpression\": \"${currentUser()}\"}",
        "{\"candidateGroupsExpression\": \"${currentUserGroups()}\"}",
        "{\"dueBeforeExpression\": \"${now()}\"}",
        "{\"dueBeforeExpression\": \"${dateTime().plusDays(2).withTimeAtStartOfDay()}\"}",
        "{\"orQueries\": [{\"assigneeExpression\": \"${ currentUser() }\", \"followUpBeforeExpression\": \"${dateTime().minusHours(4)}\"}]}"
      })
  void theAllowedExpressionsWorkInAStoredFilter(String query) {
    Visitor admin = Visitor.staff(port, "admin");
    String id = create(admin, query);
    try {
      assertThat(admin.get("/engine-rest/filter/" + id + "/list").status()).isEqualTo(200);
    } finally {
      filters.deleteFilter(id);
    }
  }

  // CVE-2026-77226: the first administrator

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin/setup/other/user/create",
        "/camunda/api/admin/SETUP/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/%2573etup/default/user/create",
        "/camunda/api/admin/setup;x=1/default/user/create",
        "/camunda/api/admin;x=1/setup/default/user/create",
        "/camunda/api/admin//setup/default/user/create",
        "/camunda/api/admin/./setup/default/user/create",
        "/camunda/api/admin/x/../setup/default/user/create",
        "/camunda/api/admin/%2e/setup/default/user/create",
        "/camunda/api/cockpit/../admin/setup/default/user/create",
        "/camunda/api/admin/setup%2Fdefault/user/create",
        "/camunda/api/admin/setup/default%2fuser/create",
        "/%63amunda/api/admin/setup/default/user/create",
        "/camunda/%61pi/admin/setup/default/user/create"
      })
  void nobodyMakesTheFirstAdministratorThroughTheWebApplication(String path) {
    Visitor visitor = Visitor.anonymous(port);
    visitor.get("/camunda/app/admin/default/");
    Map<String, String> proof = Map.of("X-XSRF-TOKEN", visitor.forgeryToken());
    // The engine opens this way while there is none.
    identities.deleteMembership("admin", "camunda-admin");
    try {
      Visitor.Answer answer = visitor.post(path, INTRUDER, proof);
      assertThat(answer.status()).as(answer.toString()).isIn(400, 403, 404);
      assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
    } finally {
      identities.createMembership("admin", "camunda-admin");
    }
  }

  @Test
  void notEvenAnAdministratorUsesThatWay() {
    Visitor admin = Visitor.anonymous(port).logIn("admin", "admin");
    assertThat(
            admin
                .post(
                    "/camunda/api/admin/setup/default/user/create",
                    INTRUDER,
                    Map.of("X-XSRF-TOKEN", admin.forgeryToken()))
                .problem())
        .isEqualTo("not-allowed");
  }

  // Objects that do harm as they are read

  @Test
  void serializedJavaObjectsAreRefused() {
    Task task = tasks.newTask();
    tasks.saveTask(task);
    try {
      Visitor.Answer answer =
          variable(
              task,
              "application/x-java-serialized-object",
              "java.util.ArrayList",
              "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0eIHSHZnHYZ0DAAFJAARzaXpleHAAAAAAdwQAAAAAeA==");
      assertThat(answer.status()).isGreaterThanOrEqualTo(400);
      assertThat(answer.body()).contains("Java serialization format is prohibited");
      assertThat(tasks.getVariables(task.getId())).isEmpty();
    } finally {
      tasks.deleteTask(task.getId(), true);
    }
  }

  @Test
  void objectsOfAnyTypeAreNotMadeFromJson() {
    Task task = tasks.newTask();
    tasks.saveTask(task);
    try {
      Visitor.Answer stored =
          variable(
              task,
              "application/json",
              "javax.swing.JEditorPane",
              "{\\\"page\\\": \\\"http://localhost\\\"}");
      Visitor.Answer read =
          Visitor.staff(port, "admin")
              .get("/engine-rest/task/" + task.getId() + "/variables/x?deserializeValue=true");
      assertThat(stored.status() >= 400 || read.status() >= 400).as(stored + " | " + read).isTrue();
      assertThat(stored.body() + read.body()).contains("javax.swing.JEditorPane");
    } finally {
      tasks.deleteTask(task.getId(), true);
    }
  }

  private Visitor.Answer variable(Task task, String format, String type, String value) {
    return Visitor.staff(port, "admin")
        .send(
            "PUT",
            "/engine-rest/task/" + task.getId() + "/variables/x",
            """
            {"type": "Object", "value": "%s",
             "valueInfo": {"objectTypeName": "%s", "serializationDataFormat": "%s"}}"""
                .formatted(value, type, format),
            Map.of("Content-Type", "application/json"));
  }

  private static String create(Visitor admin, String query) {
    Visitor.Answer answer = admin.post("/engine-rest/filter/create", filter(query));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().get("id").asText();
  }

  private static String filter(String query) {
    return "{\"resourceType\": \"Task\", \"name\": \"Attack\", \"query\": %s}".formatted(query);
  }
}
