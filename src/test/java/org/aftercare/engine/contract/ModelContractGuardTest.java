package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.aftercare.engine.contract.ContractProperties.Mode;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract at deployment, over a real engine. */
class ModelContractGuardTest {

  private ProcessEngine engine;

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void deploysModelsThatKeepTheContract() {
    start(Mode.REFUSE);

    deploy(new OrderModels());

    assertThat(repository().createProcessDefinitionQuery().count()).isEqualTo(2);
    assertThat(repository().createDecisionDefinitionQuery().count()).isEqualTo(1);
  }

  @Test
  void refusesTheWholeDeploymentWithEveryFinding() {
    start(Mode.REFUSE);
    OrderModels broken =
        new OrderModels()
            .with("order.bpmn", " camunda:asyncBefore=\"true\"", "")
            .with("pack.bpmn", "${tell}", "${shout}")
            .with("approve.form", "\"key\": \"note\"", "\"key\": \"approver\"");

    assertThatThrownBy(() -> deploy(broken))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Nothing was deployed")
        .hasMessageContaining("3 places")
        .hasMessageContaining("order.bpmn: ReserveItem \"Reserve the item\"")
        .hasMessageContaining("Remedy: Set asyncBefore.")
        .hasMessageContaining("pack.bpmn: TellWarehouse")
        .hasMessageContaining("There is no delegate bean shout.")
        .hasMessageContaining("approve.form: Field_note")
        .hasMessageContaining("form-free-text");

    assertThat(repository().createDeploymentQuery().count()).isZero();
    assertThat(repository().createProcessDefinitionQuery().count()).isZero();
  }

  @Test
  void refusesACodeFileBesideModels() {
    start(Mode.REFUSE);

    assertThatThrownBy(() -> deploy(new OrderModels().add("order.groovy", "exit()")))
        .hasMessageContaining("order.groovy")
        .hasMessageContaining("Only .bpmn, .dmn and .form files are models.");
  }

  @Test
  void aSingleModelMayReferToWhatIsDeployed() {
    start(Mode.REFUSE);
    deploy(new OrderModels());
    OrderModels changed =
        new OrderModels()
            .without("pack.bpmn")
            .without("choose-approver.dmn")
            .without("approve.form")
            .with("order.bpmn", "P14D", "P21D");

    deploy(changed);

    assertThat(
            repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey("order")
                .latestVersion()
                .singleResult()
                .getVersion())
        .isEqualTo(2);
  }

  @Test
  void aSingleModelMayNotReferToWhatIsNotThere() {
    start(Mode.REFUSE);
    OrderModels alone =
        new OrderModels()
            .without("pack.bpmn")
            .without("choose-approver.dmn")
            .without("approve.form");

    assertThatThrownBy(() -> deploy(alone))
        .hasMessageContaining("There is no process pack.")
        .hasMessageContaining("There is no decision choose-approver.")
        .hasMessageContaining("There is no form approve.");
  }

  @Test
  void onlyWarnsIfToldTo() {
    start(Mode.WARN);

    Deployment deployment = deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));

    assertThat(repository().getDeploymentResourceNames(deployment.getId())).hasSize(4);
  }

  @Test
  void whatIsDeployedAlreadyIsNotCheckedAgain() {
    start(Mode.WARN);
    deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));
    ProcessDefinition pack =
        repository().createProcessDefinitionQuery().processDefinitionKey("pack").singleResult();

    configuration().getDeploymentCache().discardProcessDefinitionCache();
    ModelContractGuard strict = new ModelContractGuard(() -> OrderModels.VOCABULARY, Mode.REFUSE);
    configuration().getDeployers().set(0, strict);

    assertThat(repository().getProcessDefinition(pack.getId()).getKey()).isEqualTo("pack");
  }

  private void start(Mode mode) {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("contract-" + mode);
    configuration.setJdbcUrl("jdbc:h2:mem:contract-" + System.identityHashCode(this));
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration
        .getProcessEnginePlugins()
        .add(new ModelContractPlugin(new ModelContractGuard(() -> OrderModels.VOCABULARY, mode)));
    engine = configuration.buildProcessEngine();
  }

  private Deployment deploy(OrderModels models) {
    DeploymentBuilder deployment = repository().createDeployment();
    models
        .files()
        .forEach(
            file ->
                deployment.addString(
                    file.path(), new String(file.content(), StandardCharsets.UTF_8)));
    return deployment.deploy();
  }

  private RepositoryService repository() {
    return engine.getRepositoryService();
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
