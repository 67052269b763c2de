package org.aftercare.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aftercare.testing.TestDatabase;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a form demands, a task demands, whoever completes it and by whatever way. */
@TestDatabase
@SpringBootTest(
    classes = FormTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.auto-deployment-enabled=false",
      "management.server.port=",
      "spring.main.banner-mode=off",
      "spring.autoconfigure.exclude="
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration,"
          + "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration"
    })
class TaskFormsOverRestTest {

  private static final String REVIEW =
      """
      {
        "type": "default", "id": "review-visit", "schemaVersion": 16,
        "components": [
          {"type": "text", "id": "Shown", "text": "Proposed: {{if remedy = \\"REPAIR\\" then \\"repair\\" else \\"other\\"}}"},
          {"type": "radio", "id": "Result", "key": "result",
           "values": [{"value": "AGAIN"}, {"value": "DONE"}], "validate": {"required": true}},
          {"type": "group", "id": "Details",
           "conditional": {"hide": "=result != \\"DONE\\""},
           "components": [
             {"type": "select", "id": "Fault", "key": "fault",
              "values": [{"value": "DOOR"}, {"value": "PUMP"}], "validate": {"required": true}}
           ]},
          {"type": "select", "id": "Remedy", "key": "remedy",
           "values": [{"value": "REPAIR"}, {"value": "REFUND"}]},
          {"type": "number", "id": "Hours", "key": "hours", "validate": {"min": 0, "max": 24}},
          {"type": "checkbox", "id": "Safe", "key": "safe"},
          {"type": "datetime", "subtype": "datetime", "id": "Begin", "key": "startsAt"},
          {"type": "datetime", "subtype": "date", "id": "Day", "key": "someDay", "disallowPassedDates": true},
          {"type": "datetime", "subtype": "datetime", "id": "Next", "key": "nextAt", "disallowPassedDates": true},
          {"type": "select", "id": "Other", "key": "otherRemedy",
           "valuesExpression": "=concatenate(if remedy = \\"REPAIR\\" then [{label: \\"New\\", value: \\"REPLACE\\"}] else [{label: \\"Mend\\", value: \\"REPAIR\\"}], [{label: \\"Money\\", value: \\"REFUND\\"}])"},
          {"type": "textfield", "id": "Serial", "key": "serial",
           "validate": {"pattern": "^[A-Z]{2}-\\\\d+$"}},
          {"type": "textarea", "id": "Note", "key": "note", "validate": {"maxLength": 20}}
        ]
      }
      """;

  @Autowired TestRestTemplate http;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  private ProcessInstance process;

  @BeforeEach
  void start() {
    repository
        .createDeployment()
        .name("forms")
        .enableDuplicateFiltering(true)
        .addModelInstance("visits.bpmn", visits())
        .addString("review-visit.form", REVIEW)
        .deploy();
    process =
        runtime.startProcessInstanceByKey(
            "visits", "W-" + UUID.randomUUID(), Map.of("remedy", "REPAIR"));
  }

  /** A review, again as long as its result says so, or until the customer calls. */
  private static BpmnModelInstance visits() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("visits")
            .camundaHistoryTimeToLiveString("P180D")
            .startEvent("Started")
            .userTask("ReviewVisit")
            .boundaryEvent("CustomerCalled")
            .message("CustomerCalled")
            .userTask("Talk")
            .endEvent("Talked")
            .moveToActivity("ReviewVisit")
            .exclusiveGateway("Result")
            .condition("again", "${result == 'AGAIN'}")
            .connectTo("ReviewVisit")
            .moveToNode("Result")
            .condition("done", "${result == 'DONE'}")
            .userTask("Close")
            .endEvent("Closed")
            .done();
    UserTask review = model.getModelElementById("ReviewVisit");
    review.setCamundaFormRef("review-visit");
    review.setCamundaFormRefBinding("latest");
    return model;
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form"})
  void aMissingResultIsNamedAndTheTaskStays(String way) {
    ResponseEntity<JsonNode> answer = end(way, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(message(answer))
        .contains("The form review-visit is not filled in as it must be")
        .contains("result is missing; allowed: AGAIN, DONE")
        .doesNotContain("fault");
    assertThat(task().getTaskDefinitionKey()).isEqualTo("ReviewVisit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form"})
  void aValueThatIsNotAllowedIsNamedButNotRepeated(String way) {
    ResponseEntity<JsonNode> answer = end(way, Map.of("result", "PERHAPS"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(message(answer))
        .contains("result has a value that is not allowed; allowed: AGAIN, DONE")
        .doesNotContain("PERHAPS");
    assertThat(task().getTaskDefinitionKey()).isEqualTo("ReviewVisit");
    assertThat(runtime.getVariable(process.getId(), "result")).isNull();
  }

  @Test
  void aFieldThatIsShownMustBeAnsweredAndOneThatIsHiddenNeedNot() {
    ResponseEntity<JsonNode> answer = end("complete", Map.of("result", "DONE"));
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(message(answer)).contains("fault is missing; allowed: DOOR, PUMP");

    assertThat(end("complete", Map.of("result", "AGAIN")).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "hours, 25, must be 24 or less",
    "hours, soon, must be a number",
    "safe, yes, must be true or false",
    "startsAt, tomorrow, must be a date and time",
    "nextAt, tomorrow, must be a date and time",
    "nextAt, 2020-01-01T09:00+01:00, must be in the future",
    "someDay, 2026-12-01T09:00+01:00, must be a date",
    "someDay, 2020-01-01, must be in the future",
    "otherRemedy, REPAIR, 'has a value that is not allowed; allowed: REPLACE, REFUND'",
    "serial, '?', must be of the form",
    "note, a note of many more than twenty characters, must be at most 20 characters long"
  })
  void typesAndLimitsAreKept(String field, String value, String problem) {
    ResponseEntity<JsonNode> answer = end("complete", Map.of("result", "AGAIN", field, value));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(message(answer)).contains(field + " " + problem);
  }

  @Test
  void whatTheFormAllowsCompletesTheTask() {
    ResponseEntity<JsonNode> answer =
        end(
            "submit-form",
            Map.of(
                "result",
                "DONE",
                "fault",
                "DOOR",
                "hours",
                1.5,
                "safe",
                true,
                "serial",
                "NK-1",
                "startsAt",
                "2020-01-01T09:00+01:00",
                "nextAt",
                "2999-01-01T09:00+01:00",
                "otherRemedy",
                "REPLACE"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(task().getTaskDefinitionKey()).isEqualTo("Close");
  }

  // Each round starts empty.

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form"})
  void theNextRoundStartsEmptyAndItsAnswerIsRead(String way) {
    end(way, Map.of("result", "AGAIN", "hours", 2));

    assertThat(task().getTaskDefinitionKey()).isEqualTo("ReviewVisit");
    JsonNode shown =
        http.getForObject(
            "/engine-rest/task/" + task().getId() + "/form-variables", JsonNode.class);
    assertThat(shown.path("result").path("value").isNull()).as(shown.toString()).isTrue();
    assertThat(shown.path("hours").path("value").isNull()).isTrue();
    assertThat(shown.path("remedy").path("value").asText())
        .as("a text of the form shows it")
        .isEqualTo("REPAIR");

    assertThat(end(way, Map.of()).getStatusCode())
        .as("the answer of the round before is not this round's")
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(end(way, Map.of("result", "DONE", "fault", "PUMP")).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(task().getTaskDefinitionKey()).isEqualTo("Close");
    assertThat(runtime.getVariable(process.getId(), "result")).isEqualTo("DONE");
    assertThat(runtime.getVariable(process.getId(), "hours"))
        .as("nobody has said anything else")
        .isEqualTo(2);
    assertThat(runtime.getVariables(process.getId()).keySet())
        .containsExactlyInAnyOrder("result", "fault", "hours", "remedy");
  }

  @Test
  void aRoundThatIsInterruptedLeavesTheAnswerOfTheRoundBefore() {
    end("complete", Map.of("result", "AGAIN"));

    runtime
        .createMessageCorrelation("CustomerCalled")
        .processInstanceId(process.getId())
        .correlate();

    assertThat(task().getTaskDefinitionKey()).isEqualTo("Talk");
    assertThat(runtime.getVariable(process.getId(), "result")).isEqualTo("AGAIN");
  }

  @Test
  void aProcessCanBeDeletedInALaterRound() {
    end("complete", Map.of("result", "AGAIN"));

    runtime.deleteProcessInstance(process.getId(), "over");

    assertThat(runtime.createProcessInstanceQuery().processInstanceId(process.getId()).count())
        .isZero();
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
  }

  private ResponseEntity<JsonNode> end(String way, Map<String, Object> answers) {
    Map<String, Object> variables = new HashMap<>();
    answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return http.postForEntity(
        "/engine-rest/task/" + task().getId() + "/" + way,
        Map.of("variables", variables),
        JsonNode.class);
  }

  private static String message(ResponseEntity<JsonNode> answer) {
    return answer.getBody().path("message").asText();
  }
}
