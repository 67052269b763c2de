package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract at deployment, over a real engine. */
class ModelContractGuardTest {

  private static ProcessEngine engine;

  @BeforeAll
  static void open() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("contract");
    configuration.setJdbcUrl("jdbc:h2:mem:contract");
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
  static void close() {
    engine.close();
  }

  @AfterEach
  void deleteAll() {
    engine.getIdentityService().clearAuthentication();
    for (Deployment deployment : repository().createDeploymentQuery().list()) {
      repository().deleteDeployment(deployment.getId(), true);
    }
  }

  @Test
  void deploysModelsThatKeepTheContract() {
    guard(Mode.REFUSE);

    deploy(new OrderModels());

    assertThat(repository().createProcessDefinitionQuery().count()).isEqualTo(2);
    assertThat(repository().createDecisionDefinitionQuery().count()).isEqualTo(1);
  }

  @Test
  void refusesTheWholeDeploymentWithEveryFinding() {
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);

    assertThatThrownBy(() -> deploy(new OrderModels().add("order.groovy", "exit()")))
        .hasMessageContaining("order.groovy")
        .hasMessageContaining("Only .bpmn, .dmn and .form files are models.");
  }

  @Test
  void aSingleModelMayReferToWhatIsDeployed() {
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);
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
    guard(Mode.REFUSE);
    deploy(new OrderModels());

    deploy(
        only(
            "choose-approver.dmn",
            new OrderModels().with("choose-approver.dmn", "&lt;= 100", "&lt;= 200")));

    assertThat(repository().createDecisionDefinitionQuery().count()).isEqualTo(2);
  }

  @Test
  void whatATableAloneMayNotChangeItMayTogetherWithItsProcess() {
    guard(Mode.REFUSE);
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
    guard(Mode.WARN);
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
    guard(Mode.REFUSE);
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
    guard(Mode.WARN);

    Deployment deployment = deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));

    assertThat(repository().getDeploymentResourceNames(deployment.getId()))
        .hasSize(5)
        .contains(DeploymentFindings.NAME);
    assertThat(DeploymentFindings.of(repository(), deployment.getId()))
        .singleElement()
        .asString()
        .contains("pack.bpmn: TellWarehouse")
        .contains("There is no delegate bean shout.")
        .contains("Remedy:");
  }

  @Test
  void whatIsDeployedAgainFromADeploymentLeavesItsFindingsBehind() {
    guard(Mode.WARN);
    Deployment deployment = deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));
    deploy(new OrderModels());

    Deployment again =
        repository()
            .createDeployment()
            .name("again")
            .addDeploymentResources(deployment.getId())
            .deploy();

    assertThat(repository().getDeploymentResourceNames(again.getId()))
        .containsExactlyInAnyOrder("pack.bpmn", DeploymentFindings.NAME);
  }

  @Test
  void whatTheEngineRefusesIsRefusedEvenThen() {
    guard(Mode.WARN);

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
    guard(Mode.WARN);
    deploy(new OrderModels().with("pack.bpmn", "${tell}", "${shout}"));
    ProcessDefinition pack =
        repository().createProcessDefinitionQuery().processDefinitionKey("pack").singleResult();

    configuration().getDeploymentCache().discardProcessDefinitionCache();
    guard(Mode.REFUSE);

    assertThat(repository().getProcessDefinition(pack.getId()).getKey()).isEqualTo("pack");
  }

  @Test
  void onlyWhatChangedGetsANewVersionWhateverTheDeploymentIsCalled() {
    guard(Mode.REFUSE);
    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));

    Deployment second =
        deploy(
            "a modeler's", new OrderModels().with("choose-approver.dmn", "&lt;= 100", "&lt;= 200"));

    assertThat(repository().getDeploymentResourceNames(second.getId()))
        .containsExactly("choose-approver.dmn");
    assertThat(versions()).containsExactlyInAnyOrder("order 1", "pack 1", "choose-approver 2");
  }

  @Test
  void theSameAgainIsAnsweredWithTheDeploymentThatHasIt() {
    guard(Mode.REFUSE);
    Deployment first = deploy(new OrderModels());

    Deployment again = deploy("another name", new OrderModels());

    assertThat(again.getId()).isEqualTo(first.getId());
    assertThat(repository().createDeploymentQuery().count()).isEqualTo(1);
    assertThat(versions()).containsExactlyInAnyOrder("order 1", "pack 1", "choose-approver 1");
  }

  @Test
  void anEarlierVersionDeployedAgainIsAChange() {
    guard(Mode.REFUSE);
    deploy(new OrderModels());
    deploy(only("order.bpmn", new OrderModels().with("order.bpmn", "P14D", "P21D")));

    deploy(only("order.bpmn", new OrderModels()));

    assertThat(versions()).contains("order 3");
  }

  @Test
  void aProcessTakesAlongTheFormThatItWantsFromItsOwnDeployment() {
    guard(Mode.WARN);
    OrderModels bound =
        new OrderModels()
            .with("order.bpmn", "formRefBinding=\"latest\"", "formRefBinding=\"deployment\"");
    deploy(bound);

    Deployment process = deploy(bound.with("order.bpmn", "P14D", "P21D"));
    assertThat(repository().getDeploymentResourceNames(process.getId()))
        .containsExactlyInAnyOrder("order.bpmn", "approve.form", DeploymentFindings.NAME);

    Deployment form =
        deploy(bound.with("approve.form", "\"label\": \"Yes\"", "\"label\": \"Yes!\""));
    assertThat(repository().getDeploymentResourceNames(form.getId()))
        .as("or the process would go on with the old form")
        .containsExactlyInAnyOrder("order.bpmn", "approve.form", DeploymentFindings.NAME);
  }

  @Test
  void aStartOfTheSameReleaseTakesNoModelersChangeBack() {
    guard(Mode.REFUSE);
    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));
    deploy(only("order.bpmn", new OrderModels().with("order.bpmn", "P14D", "P21D")));

    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));

    assertThat(versions()).contains("order 2");
  }

  @Test
  void aReleaseThatBringsAModelersChangeDeploysNothing() {
    guard(Mode.REFUSE);
    OrderModels changed = new OrderModels().with("order.bpmn", "P14D", "P21D");
    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));
    deploy(only("order.bpmn", new OrderModels().with("order.bpmn", "P14D", "P21D")));

    deploy(Release.DEPLOYMENT, inFolder(changed));
    assertThat(versions()).contains("order 2");

    deploy(only("order.bpmn", new OrderModels().with("order.bpmn", "P14D", "P28D")));
    deploy(Release.DEPLOYMENT, inFolder(changed));
    assertThat(versions()).as("the server has had it since the last release").contains("order 3");
  }

  @Test
  void aReleaseThatBringsSomethingNewReplacesAModelersChange() {
    guard(Mode.REFUSE);
    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));
    deploy(only("order.bpmn", new OrderModels().with("order.bpmn", "P14D", "P21D")));

    deploy(Release.DEPLOYMENT, inFolder(new OrderModels().with("order.bpmn", "P14D", "P7D")));
    assertThat(versions()).containsExactlyInAnyOrder("order 3", "pack 1", "choose-approver 1");

    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));
    assertThat(versions()).as("the earlier release again").contains("order 4");
  }

  @Test
  void aReleaseMayMoveAFileToAnotherFolder() {
    guard(Mode.REFUSE);
    deploy(Release.DEPLOYMENT, inFolder(new OrderModels()));

    deploy(Release.DEPLOYMENT, new OrderModels());

    assertThat(versions()).containsExactlyInAnyOrder("order 1", "pack 1", "choose-approver 1");
  }

  @Test
  void aTenantIsRefused() {
    guard(Mode.REFUSE);

    assertThatThrownBy(() -> builder("order", new OrderModels()).tenantId("north").deploy())
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Leave the tenant id empty");
  }

  @Test
  void whatIsNotNewIsNotSuspendedUntilLater() {
    guard(Mode.REFUSE);
    deploy(new OrderModels());

    assertThatThrownBy(
            () ->
                builder("order", new OrderModels())
                    .activateProcessDefinitionsOn(new Date(Long.MAX_VALUE / 2))
                    .deploy())
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Leave the time of activation out");
    assertThat(repository().createProcessDefinitionQuery().suspended().count()).isZero();
  }

  private static OrderModels inFolder(OrderModels models) {
    for (ModelFile file : models.files()) {
      models.rename(file.path(), "orders/" + file.path());
    }
    return models;
  }

  private List<String> versions() {
    return Stream.concat(
            repository().createProcessDefinitionQuery().latestVersion().list().stream(),
            repository().createDecisionDefinitionQuery().latestVersion().list().stream())
        .map(ResourceDefinition.class::cast)
        .map(found -> found.getKey() + " " + found.getVersion())
        .toList();
  }

  private void guard(Mode mode) {
    configuration()
        .getDeployers()
        .set(0, new ModelContractGuard(() -> OrderModels.VOCABULARY, mode));
    // The engine deploys with a list of its own, made before.
    configuration().getDeploymentCache().setDeployers(configuration().getDeployers());
  }

  private Deployment deploy(OrderModels models) {
    return deploy("order", models);
  }

  private Deployment deploy(String name, OrderModels models) {
    return builder(name, models).deploy();
  }

  private DeploymentBuilder builder(String name, OrderModels models) {
    DeploymentBuilder deployment = repository().createDeployment().name(name);
    models
        .files()
        .forEach(
            file ->
                deployment.addString(
                    file.path(), new String(file.content(), StandardCharsets.UTF_8)));
    return deployment;
  }

  private RepositoryService repository() {
    return engine.getRepositoryService();
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
