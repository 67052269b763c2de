package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each group sees and may do in the engine, asked over HTTP as Tasklist asks. */
@WebTest
class StaffRightsTest {

  @Autowired private TaskService tasks;
  @LocalServerPort private int port;

  private final List<String> made = new ArrayList<>();
  private String ofClaims;
  private String ofFinance;
  private String ofFrontOffice;

  @BeforeEach
  void makeTasks() {
    ofClaims = task("claims", Instant.now().minusSeconds(3600));
    ofFinance = task("finance", Instant.now().minusSeconds(3600));
    ofFrontOffice = task("front-office", Instant.now().plusSeconds(3600));
  }

  @AfterEach
  void deleteTasks() {
    tasks.deleteTasks(made, true);
  }

  @ParameterizedTest
  @CsvSource({
    "frida", "klara", "conny", "vera", "rikard", "tekla", "pelle", "fiona", "colin", "lena",
    "harald", "olof", "admin"
  })
  void whoeverHasTasksLogsInToTasklist(String user) {
    assertThat(
            Visitor.anonymous(port)
                .logIn("tasklist", user)
                .get("/camunda/api/engine/engine/default/task/count")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aGroupSeesItsOwnTasksAndNoOthers() {
    assertThat(visible("klara")).contains(ofClaims).doesNotContain(ofFinance, ofFrontOffice);
    assertThat(visible("fiona")).contains(ofFinance).doesNotContain(ofClaims, ofFrontOffice);
    assertThat(visible("petra")).isEmpty();
    assertThat(visible("olof")).contains(ofClaims, ofFinance, ofFrontOffice);
    assertThat(visible("admin")).contains(ofClaims, ofFinance, ofFrontOffice);
  }

  @Test
  void aGroupWorksOnItsOwnTasksAndOnNoOthers() {
    Visitor fiona = Visitor.staff(port, "fiona");
    assertThat(fiona.post(task(ofClaims, "claim"), "{\"userId\": \"fiona\"}").status())
        .isEqualTo(403);
    assertThat(fiona.post(task(ofClaims, "complete"), "{}").status()).isEqualTo(403);
    assertThat(Visitor.staff(port, "petra").post(task(ofClaims, "complete"), "{}").status())
        .isEqualTo(403);

    Visitor klara = Visitor.staff(port, "klara");
    assertThat(klara.post(task(ofClaims, "claim"), "{\"userId\": \"klara\"}").status())
        .isEqualTo(204);
    assertThat(klara.post(task(ofClaims, "unclaim"), "{}").status()).isEqualTo(204);
    assertThat(klara.post(task(ofClaims, "complete"), "{}").status()).isEqualTo(204);
  }

  @Test
  void operationsSeesEverybodysTasksAndHandsThemOnButDoesNotDoThem() {
    Visitor olof = Visitor.staff(port, "olof");
    assertThat(olof.post(task(ofClaims, "assignee"), "{\"userId\": \"klara\"}").status())
        .isEqualTo(204);
    assertThat(olof.post(task(ofClaims, "complete"), "{}").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frida  | Mine, My group's, Overdue, All of the front office
          klara  | Mine, My group's, Overdue, All of the middle office
          pelle  | Mine, My group's, Overdue, All of the back office
          lena   | Mine, My group's, Overdue, All of the middle office
          harald | Mine, My group's, Overdue, All of the middle office
          olof   | Mine, My group's, Overdue, All of the front office, All of the middle office, All of the back office
          """)
  void tasklistShowsEachGroupItsFilters(String user, String filters) {
    JsonNode shown = Visitor.staff(port, user).get("/engine-rest/filter?resourceType=Task").json();
    List<String> names =
        StreamSupport.stream(shown.spliterator(), false)
            .sorted(Comparator.comparingInt(filter -> filter.at("/properties/priority").asInt()))
            .map(filter -> filter.get("name").asText())
            .toList();
    assertThat(names).containsExactly(filters.split(", "));
  }

  @Test
  void aProductManagerHasNoFilters() {
    assertThat(Visitor.staff(port, "petra").get("/engine-rest/filter").json()).isEmpty();
  }

  @Test
  void eachFilterShowsWhatItsNameSays() {
    Visitor klara = Visitor.staff(port, "klara");
    assertThat(through(klara, "My group's")).contains(ofClaims).doesNotContain(ofFinance);
    assertThat(through(klara, "Mine")).doesNotContain(ofClaims);
    assertThat(through(klara, "Overdue")).contains(ofClaims).doesNotContain(ofFinance);
    assertThat(through(Visitor.staff(port, "frida"), "Overdue")).doesNotContain(ofFrontOffice);

    klara.post(task(ofClaims, "claim"), "{\"userId\": \"klara\"}");
    assertThat(through(klara, "Mine")).contains(ofClaims);
    assertThat(through(klara, "My group's")).doesNotContain(ofClaims);
    assertThat(through(klara, "All of the middle office")).contains(ofClaims);
    assertThat(through(Visitor.staff(port, "olof"), "All of the middle office"))
        .contains(ofClaims)
        .doesNotContain(ofFinance);
    assertThat(through(Visitor.staff(port, "olof"), "All of the back office")).contains(ofFinance);
  }

  @ParameterizedTest
  @CsvSource({"klara", "petra", "olof"})
  void nobodyButAnAdministratorMakesOrSeesUsers(String user) {
    Visitor visitor = Visitor.staff(port, user);
    Visitor.Answer made =
        visitor.post(
            "/engine-rest/user/create",
            """
            {"profile": {"id": "friend", "firstName": "F", "lastName": "R"},
             "credentials": {"password": "Kompis-2026-x"}}""");
    assertThat(made.status()).as(made.toString()).isEqualTo(403);
    assertThat(visitor.get("/engine-rest/user?id=admin").json()).isEmpty();
    assertThat(
            visitor
                .send(
                    "PUT",
                    "/engine-rest/group/camunda-admin/members/" + user,
                    "",
                    Map.of("Content-Type", "application/json"))
                .status())
        .isEqualTo(403);
    assertThat(visitor.send("DELETE", "/engine-rest/user/" + user, null, Map.of()).status())
        .as("not even themselves")
        .isEqualTo(403);
    assertThat(visitor.get("/engine-rest/authorization").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-1A", "alllowercase-1", "NoDigits-here", "NoSpecial1234"})
  void aWeakPasswordIsRefused(String weak) {
    Visitor admin = Visitor.staff(port, "admin");
    Visitor.Answer answer =
        admin.post(
            "/engine-rest/user/create",
            """
            {"profile": {"id": "weak", "firstName": "W", "lastName": "K"},
             "credentials": {"password": "%s"}}"""
                .formatted(weak));
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).contains("policy");
    assertThat(admin.get("/engine-rest/user?id=weak").json()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "klara, cockpit, 403",
    "klara, admin, 403",
    "petra, tasklist, 403",
    "petra, cockpit, 403",
    "olof, cockpit, 200",
    "olof, admin, 403",
    "admin, admin, 200",
    "admin, cockpit, 200"
  })
  void eachWebApplicationLetsInWhoWorksInIt(String user, String app, int status) {
    Visitor visitor = Visitor.anonymous(port);
    visitor.get("/camunda/app/" + app + "/default/");
    Visitor.Answer answer =
        visitor.send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/" + app,
            "username=" + user + "&password=" + Visitor.DEMO_PASSWORD,
            Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-XSRF-TOKEN",
                visitor.forgeryToken()));
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void staffDoNotDeployStartOrReadCases() {
    Visitor klara = Visitor.staff(port, "klara");
    assertThat(klara.get("/engine-rest/process-instance").json()).isEmpty();
    assertThat(klara.get("/engine-rest/history/process-instance").json()).isEmpty();
    assertThat(klara.get("/engine-rest/variable-instance").json()).isEmpty();
    assertThat(klara.get("/engine-rest/deployment").json()).isEmpty();
    JsonNode definitions = klara.get("/engine-rest/process-definition?latestVersion=true").json();
    assertThat(definitions).isNotEmpty();
    String id = definitions.get(0).get("id").asText();
    assertThat(klara.post("/engine-rest/process-definition/" + id + "/start", "{}").status())
        .isEqualTo(403);
    assertThat(
            Visitor.staff(port, "olof")
                .post("/engine-rest/process-definition/" + id + "/start", "{}")
                .status())
        .isEqualTo(403);
  }

  private String task(String group, Instant due) {
    Task task = tasks.newTask();
    task.setName("A task of " + group);
    task.setDueDate(Date.from(due));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), group);
    made.add(task.getId());
    return task.getId();
  }

  private static String task(String id, String action) {
    return "/engine-rest/task/%s/%s".formatted(id, action);
  }

  private List<String> visible(String user) {
    return ids(Visitor.staff(port, user).get("/engine-rest/task").json());
  }

  private static List<String> through(Visitor visitor, String filterName) {
    JsonNode filters = visitor.get("/engine-rest/filter").json();
    for (JsonNode filter : filters) {
      if (filter.get("name").asText().equals(filterName)) {
        return ids(
            visitor.get("/engine-rest/filter/" + filter.get("id").asText() + "/list").json());
      }
    }
    throw new AssertionError("No filter " + filterName + " in " + filters);
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(task -> task.get("id").asText())
        .toList();
  }
}
