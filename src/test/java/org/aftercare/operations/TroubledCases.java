package org.aftercare.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aftercare.testing.ApiCaller;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real cases: some whose systems do not answer, some that have ended. No job runs by itself. */
final class TroubledCases {

  private final TestRestTemplate http;
  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;
  private final CircuitBreakerRegistry guards;
  private final String customerId = "C-" + UUID.randomUUID();

  TroubledCases(
      TestRestTemplate http,
      JdbcClient jdbc,
      RuntimeService runtime,
      ManagementService management,
      TaskService tasks,
      CircuitBreakerRegistry guards) {
    this.http = http;
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
    this.guards = guards;
    storeCustomer();
  }

  private void storeCustomer() {
    jdbc.sql(
            """
            insert into customer
              (customer_id, name, email, phone, language, country, street, postal_code, city,
               address_country, register_name, register_language, register_street,
               register_postal_code, register_city, register_country, registered_at)
            values
              (:customerId, 'Astrid Lindqvist', 'astrid@example.org', '+46 70 000 00 01', 'sv',
               'SE', 'Storgatan 1', '111 22', 'Stockholm', 'SE', 'Astrid Lindqvist', 'sv',
               'Storgatan 1', '111 22', 'Stockholm', 'SE', current_timestamp)
            """)
        .param("customerId", customerId)
        .update();
  }

  /** Orders a service; billing is asked once and does not answer. */
  String failing() {
    ResponseEntity<JsonNode> answer =
        ApiCaller.staff(http, "frida")
            .post(
                "/api/activations",
                "{\"customerId\": \"%s\", \"service\": \"CARE-BASIC\"}".formatted(customerId));
    assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(201);
    String caseNumber = answer.getBody().path("caseNumber").asText();
    for (int i = 0; i < 10 && jobs(caseNumber).stream().noneMatch(TroubledCases::hasFailed); i++) {
      // A system that is spared would not be asked.
      guards.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
      jobs(caseNumber).forEach(this::execute);
    }
    assertThat(jobs(caseNumber)).anyMatch(TroubledCases::hasFailed);
    return caseNumber;
  }

  /** The same, until its tries are used up. */
  String stopped() {
    String caseNumber = failing();
    management.setJobRetries(failedJob(caseNumber).getId(), 0);
    return caseNumber;
  }

  Job failedJob(String caseNumber) {
    return jobs(caseNumber).stream().filter(TroubledCases::hasFailed).findFirst().orElseThrow();
  }

  private static boolean hasFailed(Job job) {
    return job.getExceptionMessage() != null;
  }

  private List<Job> jobs(String caseNumber) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .flatMap(id -> management.createJobQuery().processInstanceId(id).messages().list().stream())
        .toList();
  }

  private void execute(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException e) {
      assertThat(e).as("nobody answers").isNotNull();
    }
  }

  /**
   * A hand-over that a person has completed.
   *
   * @return the process instance
   */
  String handedOver(String caseNumber) {
    String id = handOver(caseNumber);
    tasks.complete(
        tasks.createTaskQuery().processInstanceId(id).singleResult().getId(),
        Map.of("handOver", "HANDED_BACK"));
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(id).count()).isZero();
    return id;
  }

  /** A hand-over that goes on. */
  String handOver(String caseNumber) {
    return runtime.startProcessInstanceByKey("hand-over", caseNumber).getId();
  }

  /** Ends what is left, so that other tests find nothing of it. */
  void clear(List<String> caseNumbers) {
    caseNumbers.forEach(
        caseNumber ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .list()
                .forEach(
                    process -> runtime.deleteProcessInstance(process.getId(), "test over", true)));
  }
}
