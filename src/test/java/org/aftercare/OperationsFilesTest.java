package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aftercare.cases.Cases;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Alerts, dashboard and runbook speak of figures and alerts that there are. */
@WebTest
class OperationsFilesTest {

  private static final Path ALERTS = Path.of("docker/prometheus/alerts.yml");
  private static final Path DASHBOARD = Path.of("docker/grafana/dashboards/aftercare.json");
  private static final Path RUNBOOK = Path.of("src/docs/handbook/runbook.md");

  /** A figure's name, with the labels that a query picks or groups by elsewhere. */
  private static final Pattern METER = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+){1,}\\b");

  private static final Pattern LABEL = Pattern.compile("(?:by \\(([^)]*)\\)|\\{([a-z_]+)=)");

  /** What Prometheus itself makes. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up", "instance", "job");

  @Autowired private TestRestTemplate http;
  @Autowired private TaskService tasks;
  @Autowired private Cases cases;
  @LocalManagementPort private int port;

  @Test
  void everyQueryAsksForFiguresAndLabelsThatThereAre() throws Exception {
    Task task = tasks.newTask();
    task.setDueDate(new Date(0));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), "operations");
    try {
      post();
      List<String> queries = queries();
      assertThat(queries).hasSizeGreaterThan(25);
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(missing(queries, figures())).isEmpty());
    } finally {
      tasks.deleteTask(task.getId(), true);
    }
  }

  /** So that there are cases, requests and calls of other systems to count. */
  private void post() {
    ApiCaller.staff(http, "frida")
        .post(
            "/api/warranty-claims",
            """
            {"customerId": "C-METERS", "serialNumber": "S-METERS", "symptom": "NOISE",
             "description": "It hums.", "noticedOn": "2026-11-20"}""");
    String caseNumber =
        ApiCaller.staff(http, "frida")
            .post(
                "/api/warranty-claims",
                """
                {"customerId": "C-METERS", "serialNumber": "S-METERS-2", "symptom": "NOISE",
                 "description": "It hums.", "noticedOn": "2026-11-20"}""")
            .getBody()
            .get("caseNumber")
            .asText();
    assertThat(caseNumber).isNotBlank();
    cases.close(caseNumber, "TRIED");
  }

  private static List<String> missing(List<String> queries, Map<String, Set<String>> figures) {
    List<String> missing = new ArrayList<>();
    for (String query : queries) {
      Set<String> used =
          METER
              .matcher(query)
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> labels = new TreeSet<>();
      for (String name : used) {
        if (!figures.containsKey(name)) {
          missing.add(name + " of " + query);
        } else {
          labels.addAll(figures.get(name));
        }
      }
      labels.addAll(OF_PROMETHEUS);
      LABEL
          .matcher(query)
          .results()
          .flatMap(
              found ->
                  List.of((found.group(1) == null ? found.group(2) : found.group(1)).split(", *"))
                      .stream())
          .filter(label -> !labels.contains(label))
          .forEach(label -> missing.add(label + " of " + query));
    }
    return missing;
  }

  /** Names of the figures that the product shows, each with its labels. */
  private Map<String, Set<String>> figures() throws IOException, InterruptedException {
    String login =
        Base64.getEncoder().encodeToString("olof:Kylskap-2026".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/prometheus"))
                    .header("Authorization", "Basic " + login)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, Set<String>> figures = new HashMap<>();
    answer
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              Set<String> labels =
                  figures.computeIfAbsent(line.split("[{ ]")[0], name -> new TreeSet<>());
              Pattern.compile("([a-z_]+)=\"")
                  .matcher(line)
                  .results()
                  .forEach(found -> labels.add(found.group(1)));
            });
    return figures;
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>(rules().values());
    for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels")) {
      panel.get("targets").forEach(target -> queries.add(target.get("expr").asText()));
    }
    return queries;
  }

  /** Expressions by the alerts' names. */
  private static Map<String, String> rules() throws IOException {
    Map<String, String> rules = new HashMap<>();
    for (JsonNode group :
        new ObjectMapper(new YAMLFactory()).readTree(ALERTS.toFile()).get("groups")) {
      group
          .get("rules")
          .forEach(rule -> rules.put(rule.get("alert").asText(), rule.get("expr").asText()));
    }
    return rules;
  }

  @Test
  void theRunbookSaysWhatToDoForEachAlertAndForNoOther() throws IOException {
    Set<String> sections =
        Files.readString(RUNBOOK)
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4))
            .collect(Collectors.toSet());

    assertThat(sections).isEqualTo(rules().keySet());
  }

  /** Prometheus' own check; a machine without it says so. */
  @Test
  void prometheusTakesTheRules() throws Exception {
    assumeTrue(
        promtool(), "NOT CHECKED: there is no promtool here (Debian: apt-get install prometheus)");
    Process check =
        new ProcessBuilder("promtool", "check", "rules", ALERTS.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(check.exitValue()).as(said).isZero();
  }

  private static boolean promtool() {
    try {
      return new ProcessBuilder("promtool", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
