package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aftercare.testing.TestDatabase;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** As Tasklist does it: the form's values arrive as JSON over HTTP. */
@TestDatabase
@SpringBootTest(
    classes = EngineTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.auto-deployment-enabled=false",
      "management.server.port=",
      "spring.main.banner-mode=off",
      "spring.autoconfigure.exclude="
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration,"
          + "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration"
    })
class TaskNotesOverRestTest {

  @Autowired TestRestTemplate http;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired KeptNotes kept;
  @Autowired DataSource dataSource;

  @BeforeEach
  void models() {
    TestModels.deploy(repository);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete"})
  void aNoteLeavesNoTraceInTheEngine(String way) {
    String caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 9);
    String note = "Astrid says it hums " + UUID.randomUUID();
    ProcessInstance process = runtime.startProcessInstanceByKey(TestModels.ASKS_PERSON, caseNumber);
    String taskId =
        tasks.createTaskQuery().processInstanceId(process.getId()).singleResult().getId();

    ResponseEntity<String> answer =
        http.postForEntity(
            "/engine-rest/task/" + taskId + "/" + way,
            Map.of("variables", Map.of("note", Map.of("value", note, "type", "String"))),
            String.class);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(kept.of(caseNumber)).extracting(KeptNotes.Note::text).containsExactly(note);
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }
}
