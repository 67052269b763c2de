package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole product, with its own models deployed, guards what is deployed over REST. */
@WebTest
class DeploymentOverRestTest {

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;

  @Test
  void theProductsOwnModelsAreDeployed() {
    assertThat(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("warranty-claim")
                .latestVersion()
                .count())
        .isEqualTo(1);
  }

  @Test
  void aModelThatBreaksTheContractIsRefusedWithEveryFinding() throws Exception {
    long before = repository.createDeploymentQuery().count();

    HttpResponse<String> answer = deploy(new OrderModels().text("pack.bpmn"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Nothing was deployed")
        .contains("pack.bpmn: TellWarehouse")
        .contains("There is no delegate bean tell.")
        .contains("Remedy:");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void aModelThatKeepsTheContractIsDeployed() throws Exception {
    HttpResponse<String> answer =
        deploy(new OrderModels().text("pack.bpmn").replace("${tell}", "${closeCase}"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    repository.deleteDeployment(ModelersUpload.json(answer).path("id").asText(), true);
  }

  @Test
  void aFormThatNoLongerAsksForWhatACaseGoesOnIsRefusedAlone() throws Exception {
    String form = ours("shared/talk-to-customer.form");
    long before = repository.createDeploymentQuery().count();

    HttpResponse<String> answer =
        deploy("talk-to-customer.form", form.replace("\"handOver\"", "\"country\""));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body())
        .contains("hand-over.bpmn: TalkToCustomer")
        .contains("can be completed without handOver")
        .contains("Remedy:");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void onlyTheFileThatChangedGetsANewVersionAndTheSameAgainNone() throws Exception {
    String process = ours("shared/hand-over.bpmn");
    String form = ours("shared/talk-to-customer.form");
    String table = ours("shared/part-availability.dmn");
    List<String> made = new ArrayList<>();
    try {
      made.add(deployed(process, form, table.replace("up to 10 days", "up to ten days")));
      assertThat(repository.getDeploymentResourceNames(made.get(0)))
          .containsExactly("part-availability.dmn");

      String changed = process.replace("Talk to the customer", "Call the customer");
      made.add(deployed(changed, form, table.replace("up to 10 days", "up to ten days")));
      assertThat(repository.getDeploymentResourceNames(made.get(1)))
          .containsExactly("hand-over.bpmn");
      assertThat(formOfATask()).isEqualTo(form);

      long before = repository.createDeploymentQuery().count();
      HttpResponse<String> again =
          new ModelersUpload("under another name")
              .file("hand-over.bpmn", changed)
              .file("talk-to-customer.form", form)
              .send(port);

      assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
      assertThat(ModelersUpload.json(again).path("id").asText()).isEqualTo(made.get(1));
      assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    } finally {
      made.forEach(id -> repository.deleteDeployment(id, true, true, true));
    }
  }

  @Test
  void whereHouseRulesOnlyWarnTheAnswerSaysWhatIsWrong() throws Exception {
    ModelersUpload upload =
        new ModelersUpload("packing").file("pack.bpmn", new OrderModels().text("pack.bpmn"));
    HttpResponse<String> answer = whileHouseRulesWarn(upload);

    String deployment = ModelersUpload.json(answer).path("id").asText();
    try {
      for (HttpResponse<String> told : List.of(answer, whileHouseRulesWarn(upload))) {
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(ModelersUpload.json(told).path("id").asText()).isEqualTo(deployment);
        assertThat(told.headers().firstValue(DeploymentAnswer.HEADER)).hasValue("1");
        assertThat(ModelersUpload.json(told).path("findings").path(0).asText())
            .contains("pack.bpmn: TellWarehouse \"Tell the warehouse\"")
            .contains("There is no delegate bean tell.")
            .contains("Remedy:");
      }
      assertThat(ModelersUpload.json(answer).path("deployedProcessDefinitions")).hasSize(1);
      assertThat(repository.getDeploymentResourceNames(deployment))
          .containsExactlyInAnyOrder("pack.bpmn", DeploymentFindings.NAME);
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  private HttpResponse<String> whileHouseRulesWarn(ModelersUpload upload) throws Exception {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    List<Deployer> warning = new ArrayList<>(configuration.getDeployers());
    warning.replaceAll(
        deployer ->
            deployer instanceof ModelContractGuard
                ? new ModelContractGuard(ProductVocabulary::read, ContractProperties.Mode.WARN)
                : deployer);
    configuration.getDeploymentCache().setDeployers(warning);
    try {
      return upload.send(port);
    } finally {
      configuration.getDeploymentCache().setDeployers(configuration.getDeployers());
    }
  }

  private String deployed(String process, String form, String table) throws Exception {
    HttpResponse<String> answer =
        new ModelersUpload("hand-over")
            .file("hand-over.bpmn", process)
            .file("talk-to-customer.form", form)
            .file("part-availability.dmn", table)
            .send(port);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ModelersUpload.json(answer).path("id").asText();
  }

  /** What Tasklist shows for a task of the newest version. */
  private String formOfATask() throws Exception {
    String instance =
        runtime
            .createProcessInstanceByKey("hand-over")
            .setVariable("country", "SE")
            .startBeforeActivity("TalkToCustomer")
            .execute(true, true)
            .getId();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    assertThat(task.getName()).isEqualTo("Call the customer");
    HttpResponse<String> form =
        ModelersUpload.get(port, "/engine-rest/task/%s/deployed-form".formatted(task.getId()));
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    return form.body();
  }

  private HttpResponse<String> deploy(String model) throws Exception {
    return deploy("pack.bpmn", model);
  }

  private HttpResponse<String> deploy(String file, String model) throws Exception {
    return new ModelersUpload("packing").file(file, model).send(port);
  }

  private static String ours(String file) throws IOException {
    try (var stream = DeploymentOverRestTest.class.getResourceAsStream("/bpmn/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
