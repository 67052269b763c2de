package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.aftercare.engine.Release;
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
  void aTableAloneMayNotGiveWhatItsProcessDoesNotKnow() {
    assertRefusedAlone(
        "choose-approver.dmn",
        models -> models.with("choose-approver.dmn", "\"claims\"", "\"everybody\""),
        "order.bpmn: DecideApprover \"Decide the approver\"",
        "The decision can give everybody, but approver is declared as",
        "decision-reference",
        "Remedy: Add the value to the declaration");
  }

  @Test
  void aTableAloneMayNotChangeTheTypeOfItsResult() {
    assertRefusedAlone(
        "choose-approver.dmn",
        models ->
            models.with(
                "choose-approver.dmn",
                "name=\"approver\" typeRef=\"string\"",
                "name=\"approver\" typeRef=\"integer\""),
        "order.bpmn: DecideApprover",
        "The decision gives a integer, but approver is declared as String");
  }

  @Test
  void aTableAloneMayNotAskForWhatItsProcessDoesNotKnow() {
    assertRefusedAlone(
        "choose-approver.dmn",
        models -> models.with("choose-approver.dmn", "<text>amount</text>", "<text>price</text>"),
        "order.bpmn: DecideApprover",
        "The decision choose-approver asks for price, which the process does not declare.",
        "decision-input");
  }

  @Test
  void aTableAloneMayNotLoseTheValueThatAWayIsTakenFor() {
    assertRefusedAlone(
        "choose-approver.dmn",
        models -> models.with("choose-approver.dmn", "\"NONE\"", "\"contracts\""),
        "order.bpmn: ApprovalNotNeeded \"no\"",
        "No form and no decision gives approver the value NONE",
        "form-answer");
  }

  @Test
  void aFormAloneMayNotWriteWhatItsProcessDoesNotKnow() {
    assertRefusedAlone(
        "approve.form",
        models -> models.with("approve.form", "\"value\": \"NO\"", "\"value\": \"LATER\""),
        "order.bpmn: ApproveOrder \"Approve the order\"",
        "Its form approve offers LATER",
        "form-variable");
  }

  @Test
  void aFormAloneMayNotLoseTheAnswerThatAGatewayAsksFor() {
    start(Mode.REFUSE);
    deploy(askingForApproval());
    OrderModels changed =
        askingForApproval()
            .with("approve.form", "\"key\": \"approval\"", "\"key\": \"outcome\"")
            .with("approve.form", "\"value\": \"YES\"", "\"value\": \"PAID\"")
            .with("approve.form", "\"value\": \"NO\"", "\"value\": \"UNPAID\"");

    assertRefused(
        only("approve.form", changed),
        "order.bpmn: ApproveOrder",
        "Its form approve can be completed without approval, which a gateway after it asks for.",
        "form-answer");

    assertRefused(
        changed, "order.bpmn: ApproveOrder", "Its form approve can be completed without approval");
  }

  @Test
  void aFormAloneMayNotLoseTheValueThatAWayIsTakenFor() {
    start(Mode.REFUSE);
    deploy(askingForApproval());

    assertRefused(
        only(
            "approve.form",
            askingForApproval()
                .with("approve.form", ", { \"label\": \"No\", \"value\": \"NO\" }", "")),
        "order.bpmn: NotApproved \"no\"",
        "No form and no decision gives approval the value NO, on which this way is taken.");
  }

  @Test
  void aFormAloneMayNotLoseAnAnswerThatItsProcessGivesToOthers() {
    assertRefusedAlone(
        "approve.form",
        models ->
            models
                .with("approve.form", "\"key\": \"approval\"", "\"key\": \"approver\"")
                .with("approve.form", "\"value\": \"YES\"", "\"value\": \"NONE\"")
                .with("approve.form", "\"value\": \"NO\"", "\"value\": \"claims\""),
        "order.bpmn: ApproveOrder",
        "Its form approve can be completed without approval, which the process declares.",
        "No form and no decision gives approval the value YES, which the process declares.");
  }

  @Test
  void aCalledProcessAloneMayNotDropAVariable() {
    assertRefusedAlone(
        "pack.bpmn",
        models ->
            models.with(
                "pack.bpmn",
                "<camunda:property name=\"variable.parcels\" value=\"Integer\" />",
                ""),
        "order.bpmn: PackOrder \"Pack the order\"",
        "The variable parcels is not declared by pack.",
        "call-mapping");
  }

  @Test
  void aCalledProcessAloneMayNotDropItsStart() {
    assertRefusedAlone(
        "pack.bpmn",
        models ->
            models
                .with(
                    "pack.bpmn",
                    "<bpmn:outgoing>ToTell</bpmn:outgoing>\n    </bpmn:startEvent>",
                    "<bpmn:outgoing>ToTell</bpmn:outgoing>\n      <bpmn:messageEventDefinition id=\"ByMessage\" messageRef=\"PaymentArrivedMessage\" />\n    </bpmn:startEvent>")
                .with(
                    "pack.bpmn",
                    "</bpmn:process>",
                    "</bpmn:process>\n  <bpmn:message id=\"PaymentArrivedMessage\" name=\"PaymentArrived\" />"),
        "order.bpmn: PackOrder",
        "The process pack has no start that a call can take.",
        "called-process");
  }

  @Test
  void aReleaseMayMoveAnAnswerFromAFormToCode() {
    start(Mode.REFUSE);
    deploy(askingForApproval());

    deploy(
        Release.DEPLOYMENT,
        only(
            "approve.form",
            askingForApproval()
                .with("approve.form", ", { \"label\": \"No\", \"value\": \"NO\" }", "")));

    assertThat(repository().createDeploymentQuery().count()).isEqualTo(2);
  }

  @Test
  void whoeverLogsInIsNoRelease() {
    start(Mode.REFUSE);
    deploy(new OrderModels());
    engine.getIdentityService().setAuthenticatedUserId("modeler");

    assertThatThrownBy(
            () ->
                deploy(
                    Release.DEPLOYMENT,
                    only(
                        "choose-approver.dmn",
                        new OrderModels()
                            .with("choose-approver.dmn", "\"claims\"", "\"everybody\""))))
        .hasMessageContaining("The decision can give everybody");
  }

  @Test
  void aChangeOfATableThatBreaksNobodyIsDeployedAlone() {
    start(Mode.REFUSE);
    deploy(new OrderModels());

    deploy(
        only(
            "choose-approver.dmn",
            new OrderModels().with("choose-approver.dmn", "&lt;= 100", "&lt;= 200")));

    assertThat(repository().createDecisionDefinitionQuery().count()).isEqualTo(2);
  }

  @Test
  void whatATableAloneMayNotChangeItMayTogetherWithItsProcess() {
    start(Mode.REFUSE);
    deploy(new OrderModels());

    deploy(
        new OrderModels()
            .with("choose-approver.dmn", "\"claims\"", "\"boss\"")
            .with("choose-approver.dmn", "\"boss\"", "\"contracts\"")
            .with("order.bpmn", "String: NONE, claims, contracts", "String: NONE, contracts"));

    assertThat(repository().createDecisionDefinitionQuery().count()).isEqualTo(2);
  }

  @Test
  void anOldFaultOfAProcessDoesNotKeepItsTableFromBeingChanged() {
    start(Mode.WARN);
    deploy(
        new OrderModels()
            .with("order.bpmn", "calledElement=\"pack\"", "calledElement=\"wrap\"")
            .without("pack.bpmn"));
    guard(Mode.REFUSE);

    deploy(
        only(
            "choose-approver.dmn",
            new OrderModels().with("choose-approver.dmn", "&lt;= 100", "&lt;= 200")));

    assertThat(repository().createDecisionDefinitionQuery().count()).isEqualTo(2);
  }

  private void assertRefusedAlone(
      String file, UnaryOperator<OrderModels> change, String... messages) {
    start(Mode.REFUSE);
    deploy(new OrderModels());
    assertRefused(only(file, change.apply(new OrderModels())), messages);
  }

  private void assertRefused(OrderModels models, String... messages) {
    long before = repository().createDeploymentQuery().count();
    assertThatThrownBy(() -> deploy(models))
        .isInstanceOf(BadUserRequestException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(messages));
    assertThat(repository().createDeploymentQuery().count()).isEqualTo(before);
  }

  private static OrderModels only(String file, OrderModels models) {
    for (ModelFile other : models.files()) {
      if (!other.path().equals(file)) {
        models.without(other.path());
      }
    }
    return models;
  }

  /** The order with a gateway after its task, so that the form's answer decides the way. */
  private static OrderModels askingForApproval() {
    return new OrderModels()
        .with(
            "order.bpmn",
            "<bpmn:exclusiveGateway id=\"ApprovalJoin\">",
            "<bpmn:exclusiveGateway id=\"ApprovalJoin\" name=\"Approved?\" default=\"ToPack\">")
        .with(
            "order.bpmn",
            "<bpmn:outgoing>ToPack</bpmn:outgoing>",
            "<bpmn:outgoing>ToPack</bpmn:outgoing>\n      <bpmn:outgoing>NotApproved</bpmn:outgoing>")
        .with(
            "order.bpmn",
            "<bpmn:sequenceFlow id=\"ToPack\" sourceRef",
            """
            <bpmn:sequenceFlow id="NotApproved" name="no" sourceRef="ApprovalJoin" targetRef="OrderRefused">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'NO'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="ToPack" name="yes" sourceRef""")
        .with(
            "order.bpmn",
            "</bpmndi:BPMNPlane>",
            """
            <bpmndi:BPMNEdge id="NotApproved_di" bpmnElement="NotApproved">
              <di:waypoint x="0" y="0" />
              <di:waypoint x="10" y="10" />
            </bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""");
  }

  @Test
  void onlyWarnsIfToldTo() {
    start(Mode.WARN);

    Deployment deployment = deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));

    assertThat(repository().getDeploymentResourceNames(deployment.getId())).hasSize(4);
  }

  @Test
  void whatTheEngineRefusesIsRefusedEvenThen() {
    start(Mode.WARN);

    assertThatThrownBy(
            () ->
                deploy(
                    new OrderModels()
                        .with("pack.bpmn", "${tell}", "${shout}")
                        .with("order.bpmn", " camunda:historyTimeToLive=\"P30D\"", "")))
        .isInstanceOf(ModelContractException.class)
        .hasMessageContaining("the engine refuses 1")
        .hasMessageContaining("order.bpmn: order \"")
        .hasMessageContaining("[the engine refuses it:")
        .hasMessageContaining("There is no delegate bean shout. [house rule delegate:");
    assertThat(repository().createDeploymentQuery().count()).isZero();
  }

  @Test
  void whatIsDeployedAlreadyIsNotCheckedAgain() {
    start(Mode.WARN);
    deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));
    ProcessDefinition pack =
        repository().createProcessDefinitionQuery().processDefinitionKey("pack").singleResult();

    configuration().getDeploymentCache().discardProcessDefinitionCache();
    guard(Mode.REFUSE);

    assertThat(repository().getProcessDefinition(pack.getId()).getKey()).isEqualTo("pack");
  }

  private void guard(Mode mode) {
    configuration()
        .getDeployers()
        .set(0, new ModelContractGuard(() -> OrderModels.VOCABULARY, mode));
    // The engine deploys with a list of its own, made before.
    configuration().getDeploymentCache().setDeployers(configuration().getDeployers());
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
    return deploy("order", models);
  }

  private Deployment deploy(String name, OrderModels models) {
    DeploymentBuilder deployment = repository().createDeployment().name(name);
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
