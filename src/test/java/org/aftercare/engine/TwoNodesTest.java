package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Two nodes that start at once on one empty PostgreSQL database and then share the work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

  private static final int CASES = 60;

  private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

  @BeforeAll
  void startBothAtOnce() throws Exception {
    Map<String, Object> properties =
        new HashMap<>(TestDatabases.empty(TestDatabase.Kind.POSTGRESQL));
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.datasource.hikari.maximum-pool-size", 30);
    // Both nodes find the product's tables and deploy them.
    properties.put("camunda.bpm.deployment-resource-pattern", "classpath*:bpmn/**/*.dmn");
    properties.put("spring.jmx.enabled", false);
    properties.put(
        "spring.autoconfigure.exclude",
        "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
            + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration");
    ExecutorService starters = Executors.newFixedThreadPool(2);
    try {
      List<Future<ConfigurableApplicationContext>> starting = new ArrayList<>();
      for (String name : List.of("one", "two")) {
        Map<String, Object> own = new HashMap<>(properties);
        // Two engines in one JVM need two names; on two machines they have one.
        own.put("camunda.bpm.process-engine-name", "node" + name);
        starting.add(
            starters.submit(
                () ->
                    new SpringApplicationBuilder(EngineTestApplication.class)
                        .web(WebApplicationType.NONE)
                        .run(arguments(own))));
      }
      for (Future<ConfigurableApplicationContext> node : starting) {
        nodes.add(node.get(5, TimeUnit.MINUTES));
      }
    } finally {
      starters.shutdown();
    }
  }

  @AfterAll
  void stop() {
    nodes.forEach(ConfigurableApplicationContext::close);
  }

  @Test
  void whatBothFindIsMadeOnce() {
    assertThat(nodes).hasSize(2);
    JdbcClient jdbc = nodes.get(0).getBean(JdbcClient.class);

    assertThat(
            jdbc.sql("select count(*) from act_ge_property where name_ = 'schema.version'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(repository(0).createDeploymentQuery().deploymentName("Aftercare").count())
        .isEqualTo(1);
    assertThat(repository(0).createDecisionDefinitionQuery().count())
        .isEqualTo(repository(0).createDecisionDefinitionQuery().latestVersion().count())
        .isPositive();
  }

  @Test
  void eitherNodeFinishesWhatTheOtherStarted() {
    TestModels.deploy(repository(0));
    // Only the second one works.
    JobExecutor first = nodes.get(0).getBean(JobExecutor.class);
    first.shutdown();
    try {
      runtime(0).startProcessInstanceByKey(TestModels.REMOTE_STEP, "W-FROM-ONE");

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(ended("W-FROM-ONE")).isEqualTo(1));
      assertThat(nodes.get(1).getBean(Partner.class).effects()).isPositive();
    } finally {
      first.start();
    }
  }

  @Test
  void bothWorkAtOnceAndEachCaseHasOneEffect() {
    TestModels.deploy(repository(0));
    Partner one = nodes.get(0).getBean(Partner.class);
    Partner two = nodes.get(1).getBean(Partner.class);
    one.reset();
    two.reset();

    for (int i = 0; i < CASES; i++) {
      runtime(i % 2).startProcessInstanceByKey(TestModels.REMOTE_STEP, "W-SHARED");
      runtime(i % 2).startProcessInstanceByKey(TestModels.AWAITS_MESSAGES, "W-MESSAGE-" + i);
      for (String name : List.of("First", "Second")) {
        nodes
            .get((i + 1) % 2)
            .getBean(Inbox.class)
            .accept(new InboundMessage("parts", name + i, name, "W-MESSAGE-" + i, Map.of()));
      }
    }

    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(() -> assertThat(ended("W-SHARED")).isEqualTo(CASES));
    assertThat(one.effects() + two.effects()).isEqualTo(CASES);
    assertThat(one.calls().size() + two.calls().size()).isEqualTo(CASES);
    JdbcClient jdbc = nodes.get(0).getBean(JdbcClient.class);
    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select count(*) from inbox_message where state = 'DELIVERED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2 * CASES));
    for (int i = 0; i < CASES; i++) {
      assertThat(ended("W-MESSAGE-" + i)).isEqualTo(1);
    }
  }

  /** The last one: the first node is gone after it. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aNodeThatStopsEndsItsStepsAndHandsOverTheRest() throws Exception {
    TestModels.deploy(repository(0));
    Partner one = nodes.get(0).getBean(Partner.class);
    Partner two = nodes.get(1).getBean(Partner.class);
    one.reset();
    two.reset();
    CountDownLatch answers = new CountDownLatch(1);
    one.failsBefore(() -> awaited(answers));
    JobExecutor first = nodes.get(0).getBean(JobExecutor.class);
    JobExecutor second = nodes.get(1).getBean(JobExecutor.class);
    JdbcClient jdbc = nodes.get(1).getBean(JdbcClient.class);
    ThreadPoolTaskExecutor pool =
        nodes.get(0).getBean("camundaTaskExecutor", ThreadPoolTaskExecutor.class);
    second.shutdown();
    for (int i = 0; i < CASES; i++) {
      runtime(1).startProcessInstanceByKey(TestModels.REMOTE_STEP, "W-STOPPED");
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                pool.getActiveCount() == pool.getMaxPoolSize()
                    && heldBy(first, jdbc) > pool.getMaxPoolSize());

    Thread stopping = new Thread(nodes.get(0)::close);
    stopping.start();
    await().atMost(Duration.ofSeconds(10)).until(() -> !first.isActive());
    answers.countDown();
    stopping.join(Duration.ofSeconds(15).toMillis());

    assertThat(stopping.isAlive()).isFalse();
    assertThat(heldBy(first, jdbc)).isZero();
    assertThat(one.calls()).hasSize(pool.getMaxPoolSize());
    assertThat(one.effects()).isEqualTo(pool.getMaxPoolSize());
    second.start();
    // Well before any lock of the first node would have ended.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(ended(1, "W-STOPPED")).isEqualTo(CASES));
    assertThat(one.effects() + two.effects()).isEqualTo(CASES);
    assertThat(two.questions()).isEmpty();
  }

  private static RuntimeException awaited(CountDownLatch answers) {
    try {
      return answers.await(1, TimeUnit.MINUTES) ? null : new IllegalStateException("No answer.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException(e);
    }
  }

  private static long heldBy(JobExecutor node, JdbcClient jdbc) {
    return jdbc.sql("select count(*) from act_ru_job where lock_owner_ = :owner")
        .param("owner", node.getLockOwner())
        .query(Long.class)
        .single();
  }

  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  private RepositoryService repository(int node) {
    return nodes.get(node).getBean(RepositoryService.class);
  }

  private RuntimeService runtime(int node) {
    return nodes.get(node).getBean(RuntimeService.class);
  }

  private long ended(String caseNumber) {
    return ended(0, caseNumber);
  }

  private long ended(int node, String caseNumber) {
    return nodes
        .get(node)
        .getBean(HistoryService.class)
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .finished()
        .count();
  }
}
