package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aftercare.engine.contract.GuardedDeployment;
import org.aftercare.notifications.Recipient;
import org.aftercare.testing.ModelersTemplate;
import org.aftercare.warranty.ClaimSettlement.Recovered;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A modeler lets the cost recovery tell the supplier and ask the contracts team, with element
 * templates and a form of their own, deploys over the guard, and it runs: no code was written.
 */
class ModelersStepsTest extends ProcessTest {

  private static final Path MODEL = Path.of("bpmn/warranty/cost-recovery.bpmn");
  private static final Path FORM =
      Path.of("src/test/resources/element-templates/ask-contracts.form");
  private static final int TOP = 95;

  @Autowired private ProcessEngine engine;

  private Deployment deployed;

  @AfterEach
  void takeTheChangeBack() {
    if (deployed != null) {
      repository.deleteDeployment(deployed.getId(), true);
    }
  }

  @Test
  void theSupplierIsToldAndTheContractsTeamAsked() throws IOException {
    deployed =
        GuardedDeployment.deploy(
            engine,
            Map.of(
                "cost-recovery.bpmn",
                changed(),
                FORM.getFileName().toString(),
                Files.readString(FORM)));
    when(settlement.recover(any(), anyString(), any(), any(), anyBoolean()))
        .thenReturn(Recovered.NOTHING_TO_CLAIM);

    start(
        "cost-recovery",
        Map.of(
            "coverage",
            "COVERED",
            "remedy",
            "REPAIR",
            "outcome",
            "REPAIRED",
            "repairPaid",
            false,
            "itemLost",
            false));

    assertThat(told).containsExactly("supplier.recovery");
    verify(notifications)
        .tell(
            argThat(
                notice ->
                    notice.to().equals(new Recipient.ToPartner(ProcessTestApplication.SUPPLIER))));
    complete("AskContracts", "contracts", "agreementView", "SUPPLIER");
    endedAt("RecoveryDone");
    assertThat(passed()).contains("TellSupplierOfCosts", "AskContracts");
  }

  @Test
  void aTaskWithoutItsFormIsNotDeployed() {
    long before = repository.createDeploymentQuery().count();

    assertThatThrownBy(
            () -> GuardedDeployment.deploy(engine, Map.of("cost-recovery.bpmn", changed())))
        .hasMessageContaining("cost-recovery.bpmn: AskContracts")
        .hasMessageContaining("There is no form ask-contracts.");

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  private static String changed() {
    BpmnModelInstance model = Bpmn.readModelFromFile(MODEL.toFile());
    SendTask tell =
        add(model, SendTask.class, "TellSupplierOfCosts", "Tell supplier of the costs", 1700);
    ModelersTemplate.of("notify-supplier").applyTo(tell, Map.of("Words", "supplier.recovery"));
    UserTask ask = add(model, UserTask.class, "AskContracts", "Ask the contracts team", 1900);
    ModelersTemplate.of("ask-a-person")
        .applyTo(ask, Map.of("Form", "ask-contracts", "Team", "contracts"));
    declare(model, "variable.agreementView", "String: SUPPLIER, OURSELVES");

    SequenceFlow last = model.getModelElementById("FileOutcomeToRecoveryDone");
    FlowNode end = last.getTarget();
    end.getIncoming().remove(last);
    last.setTarget(tell);
    tell.getIncoming().add(last);
    connect(model, tell, ask);
    connect(model, ask, end);
    return Bpmn.convertToString(model);
  }

  private static <T extends FlowNode> T add(
      BpmnModelInstance model, Class<T> type, String id, String name, int x) {
    T task = model.newInstance(type, id);
    task.setName(name);
    process(model).addChildElement(task);
    Lane lane = model.getModelElementById("RecoveryMiddleOffice");
    lane.getFlowNodeRefs().add(task);
    Bounds bounds = model.newInstance(Bounds.class);
    bounds.setX(x);
    bounds.setY(TOP);
    bounds.setWidth(100);
    bounds.setHeight(80);
    BpmnShape shape = model.newInstance(BpmnShape.class);
    shape.setBpmnElement(task);
    shape.setBounds(bounds);
    plane(model).addChildElement(shape);
    return task;
  }

  private static void connect(BpmnModelInstance model, FlowNode from, FlowNode to) {
    SequenceFlow flow = model.newInstance(SequenceFlow.class, from.getId() + "To" + to.getId());
    process(model).addChildElement(flow);
    flow.setSource(from);
    flow.setTarget(to);
    from.getOutgoing().add(flow);
    to.getIncoming().add(flow);
    BpmnEdge edge = model.newInstance(BpmnEdge.class);
    edge.setBpmnElement(flow);
    for (int x : new int[] {1800, 1900}) {
      Waypoint point = model.newInstance(Waypoint.class);
      point.setX(x);
      point.setY(TOP + 40);
      edge.addChildElement(point);
    }
    plane(model).addChildElement(edge);
  }

  private static void declare(BpmnModelInstance model, String name, String value) {
    CamundaProperty property = model.newInstance(CamundaProperty.class);
    property.setCamundaName(name);
    property.setCamundaValue(value);
    process(model)
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .singleResult()
        .getCamundaProperties()
        .add(property);
  }

  private static Process process(BpmnModelInstance model) {
    return model.getModelElementById("cost-recovery");
  }

  private static BpmnPlane plane(BpmnModelInstance model) {
    return model.getModelElementsByType(BpmnPlane.class).iterator().next();
  }
}
