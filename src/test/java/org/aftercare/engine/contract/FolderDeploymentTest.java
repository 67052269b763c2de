package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aftercare.engine.contract.ContractProperties.Mode;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** What is saved in a folder is deployed over a real engine with its guard; polled by hand. */
class FolderDeploymentTest {

  private static ProcessEngine engine;

  @TempDir private Path temporary;

  private final List<String> console = new ArrayList<>();
  private Instant clock = Instant.parse("2026-11-22T10:00:00Z");
  private Path folder;
  private FolderDeployment watch;

  @BeforeAll
  static void start() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("watched");
    configuration.setJdbcUrl("jdbc:h2:mem:watched");
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration
        .getProcessEnginePlugins()
        .add(
            new ModelContractPlugin(
                new ModelContractGuard(() -> OrderModels.VOCABULARY, Mode.REFUSE)));
    engine = configuration.buildProcessEngine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** A server that has all models, and the folder that they were packed from. */
  @BeforeEach
  void watchWhatIsDeployed() {
    folder = temporary.resolve("models");
    OrderModels models = new OrderModels();
    for (ModelFile file : models.files()) {
      save("orders/" + file.path(), models.text(file.path()));
    }
    var deployment = repository().createDeployment().name("all");
    models
        .files()
        .forEach(file -> deployment.addString("orders/" + file.path(), models.text(file.path())));
    deployment.deploy();
    watch =
        new FolderDeployment(
            new WatchedFolder(folder, this::isPacked),
            repository(),
            (level, text) -> console.add(level + " " + text));
    poll();
    poll();
    assertThat(console).isEmpty();
  }

  @AfterEach
  void deleteAll() {
    repository()
        .createDeploymentQuery()
        .list()
        .forEach(found -> repository().deleteDeployment(found.getId(), true));
  }

  @Test
  void aSavedFileIsDeployedOnceItIsNotWrittenAnyMore() {
    save("orders/order.bpmn", text("order.bpmn").replace("P14D", "P21D"));

    poll();
    assertThat(console).as("it may still be written").isEmpty();
    poll();

    assertThat(console)
        .singleElement()
        .asString()
        .contains("INFO Deployed from")
        .contains("orders/order.bpmn (order version 2)");
    assertThat(version("order")).isEqualTo(2);
    poll();
    assertThat(console).hasSize(1);
  }

  @Test
  void aHalfWrittenFileIsWaitedFor() {
    String whole = text("order.bpmn").replace("P14D", "P21D");
    for (int part = 1; part < 5; part++) {
      save("orders/order.bpmn", whole.substring(0, part * whole.length() / 5));
      poll();
    }
    save("orders/order.bpmn", whole);
    poll();
    assertThat(console).isEmpty();

    poll();
    assertThat(version("order")).isEqualTo(2);
  }

  @Test
  void filesThatAreSavedTogetherAreDeployedTogether() {
    save(
        "orders/choose-approver.dmn",
        text("choose-approver.dmn").replace("\"claims\"", "\"contracts\""));
    poll();
    save(
        "orders/order.bpmn",
        text("order.bpmn").replace("String: NONE, claims, contracts", "String: NONE, contracts"));
    poll();
    poll();

    assertThat(console)
        .singleElement()
        .asString()
        .contains("orders/choose-approver.dmn, orders/order.bpmn")
        .contains("choose-approver version 2, order version 2");
  }

  @Test
  void aBrokenFileIsRefusedWithItsFindingsAndDeployedOnceMended() {
    save("orders/pack.bpmn", text("pack.bpmn").replace("${tell}", "${shout}"));
    poll();
    poll();
    poll();

    assertThat(console)
        .singleElement()
        .asString()
        .contains("WARN Nothing was deployed: 1 places are wrong")
        .contains("\norders/pack.bpmn: TellWarehouse \"Tell the warehouse\"")
        .contains("There is no delegate bean shout.")
        .contains("Remedy:");
    assertThat(version("pack")).isEqualTo(1);

    save("orders/pack.bpmn", text("pack.bpmn").replace("name=\"Tell the", "name=\"Inform the"));
    poll();
    poll();
    assertThat(version("pack")).isEqualTo(2);
  }

  @Test
  void aModelAndTheFormThatItNeedsMayBeSavedOneAfterTheOther() {
    save(
        "orders/order.bpmn",
        text("order.bpmn").replace("formRef=\"approve\"", "formRef=\"approve-order\""));
    poll();
    poll();
    assertThat(console).singleElement().asString().contains("There is no form approve-order.");

    save(
        "orders/approve-order.form",
        text("approve.form").replace("\"id\": \"approve\"", "\"id\": \"approve-order\""));
    poll();
    poll();

    assertThat(version("order")).isEqualTo(2);
    assertThat(console).last().asString().contains("order version 2");
  }

  @Test
  void aDraftThatIsStillWrongKeepsNothingElseFromBeingDeployed() {
    save("orders/order.bpmn", text("order.bpmn").substring(0, 500));
    poll();
    poll();
    save("orders/pack.bpmn", text("pack.bpmn").replace("name=\"Tell the", "name=\"Inform the"));
    poll();
    poll();

    assertThat(version("pack")).isEqualTo(2);
    assertThat(version("order")).isEqualTo(1);
    assertThat(console).last().asString().contains("Still not deployed: orders/order.bpmn");
  }

  @Test
  void aDeletedFileIsToldAndStaysDeployed() throws IOException {
    Files.delete(folder.resolve("orders/pack.bpmn"));
    poll();
    poll();

    assertThat(console)
        .containsExactly(
            "WARN orders/pack.bpmn was deleted here. It stays deployed; Cockpit can delete a deployment.");
    assertThat(version("pack")).isEqualTo(1);
  }

  @Test
  void aSaveThatChangesNothingGivesNoNewVersion() {
    save("orders/pack.bpmn", text("pack.bpmn"));
    poll();
    poll();

    assertThat(console).singleElement().asString().contains("what was saved is deployed already");
    assertThat(version("pack")).isEqualTo(1);
  }

  @Test
  void copiesOfEditorsAndHiddenFilesAreNoModels() {
    for (String name :
        List.of(
            "~order.bpmn",
            ".order.bpmn.swp",
            ".#order.bpmn",
            "order.bpmn~",
            "order.bpmn.tmp",
            "order.bpmn___jb_tmp___",
            "order.txt",
            "../.camunda/order.bpmn")) {
      save("orders/" + name, "draft");
    }
    poll();
    poll();

    assertThat(console).isEmpty();
  }

  @Test
  void aRemovedFolderIsToldAndWatchedAgainWhenItIsBack() throws IOException {
    Path aside = temporary.resolve("aside");
    Files.move(folder, aside);
    poll();
    poll();
    poll();
    assertThat(console).singleElement().asString().contains("is gone").contains("What is deployed");

    Files.move(aside, folder);
    save("orders/order.bpmn", text("order.bpmn").replace("P14D", "P21D"));
    poll();
    poll();

    assertThat(console).hasSize(3).element(1).asString().contains("is back");
    assertThat(version("order")).isEqualTo(2);
    assertThat(version("pack")).isEqualTo(1);
  }

  @Test
  void whatWasSavedDuringTheStartIsDeployed() {
    save("orders/order.bpmn", text("order.bpmn").replace("P14D", "P21D"));
    watch =
        new FolderDeployment(
            new WatchedFolder(folder, this::isPacked), repository(), (level, text) -> {});
    poll();
    poll();

    assertThat(version("order")).isEqualTo(2);
    assertThat(version("pack")).isEqualTo(1);
  }

  @Test
  void whatIsTooLargeToBeAModelIsToldAndNotRead() {
    save("orders/huge.bpmn", "x".repeat(NamedFiles.LARGEST + 1));
    poll();
    poll();

    assertThat(console).singleElement().asString().contains("huge.bpmn").contains("larger than");
  }

  @Test
  void anEngineThatFailsEndsNoWatching() {
    FolderDeployment failing =
        new FolderDeployment(
            new WatchedFolder(folder, file -> false),
            null,
            (level, text) -> console.add(level + " " + text));
    failing.poll();
    failing.poll();
    save("orders/order.bpmn", text("order.bpmn").replace("P14D", "P21D"));
    failing.poll();
    failing.poll();

    assertThat(console).hasSize(2).allMatch(line -> line.contains("WARN"));
  }

  /** The thread, its clock and the real file system. */
  @Test
  void theProgramItselfDeploysASaveWithinTwoSeconds() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    beans.registerSingleton("repository", repository());
    try (ModelWatch program =
        new ModelWatch(
            new ContractProperties(Mode.REFUSE, folder.toString()),
            beans.getBeanProvider(RepositoryService.class))) {
      program.begin();
      save("orders/order.bpmn", text("order.bpmn").replace("P14D", "P21D"));

      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(50))
          .untilAsserted(() -> assertThat(version("order")).isEqualTo(2));
    }
  }

  @Test
  void nothingIsWatchedWhereThereIsNoFolder() {
    for (String name : List.of("", " ", temporary.resolve("nowhere").toString())) {
      try (ModelWatch program =
          new ModelWatch(
              new ContractProperties(Mode.REFUSE, name),
              new DefaultListableBeanFactory().getBeanProvider(RepositoryService.class))) {
        program.begin();
      }
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("model-watch");
  }

  private boolean isPacked(ModelFile file) {
    return text(file.name()).equals(new String(file.content(), StandardCharsets.UTF_8));
  }

  private static String text(String file) {
    String text = new OrderModels().text(file);
    return text == null ? "" : text;
  }

  /** Each save has a time of its own, however fast the test and coarse the file system. */
  private void save(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      clock = clock.plusSeconds(1);
      Files.setLastModifiedTime(path, FileTime.from(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void poll() {
    watch.poll();
  }

  private static int version(String process) {
    return repository().createProcessDefinitionQuery().processDefinitionKey(process).list().stream()
        .map(ProcessDefinition::getVersion)
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private static RepositoryService repository() {
    return engine.getRepositoryService();
  }
}
