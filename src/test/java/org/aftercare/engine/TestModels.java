package org.aftercare.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;

/** Small models, one for each thing that the engine adds. */
final class TestModels {

  static final String REMOTE_STEP = "remote-step";
  static final String PATIENT_STEP = "patient-step";
  static final String CANCELLABLE = "cancellable";
  static final String AWAITS_MESSAGES = "awaits-messages";
  static final String AWAITS_THEN_FAILS = "awaits-then-fails";
  static final String CALLS = "calls";
  static final String ASKS_PERSON = "asks-person";

  private TestModels() {}

  /** Deploys them all; those that are deployed already stay as they are. */
  static void deploy(RepositoryService repository) {
    repository
        .createDeployment()
        .name("test models")
        .enableDuplicateFiltering(true)
        .addModelInstance(REMOTE_STEP + ".bpmn", remoteStep())
        .addModelInstance(PATIENT_STEP + ".bpmn", patientStep())
        .addModelInstance(CANCELLABLE + ".bpmn", cancellable())
        .addModelInstance(AWAITS_MESSAGES + ".bpmn", awaitsMessages())
        .addModelInstance(AWAITS_THEN_FAILS + ".bpmn", awaitsThenFails())
        .addModelInstance(CALLS + ".bpmn", calls())
        .addModelInstance(ASKS_PERSON + ".bpmn", asksPerson())
        .deploy();
  }

  private static BpmnModelInstance remoteStep() {
    return Bpmn.createExecutableProcess(REMOTE_STEP)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("Started")
        .serviceTask("ReservePart")
        .name("Reserve part")
        .camundaDelegateExpression("${partnerStep}")
        .camundaAsyncBefore()
        .camundaAsyncAfter()
        .endEvent("Reserved")
        .done();
  }

  /** A remote step that is to sit out an outage. */
  private static BpmnModelInstance patientStep() {
    return Bpmn.createExecutableProcess(PATIENT_STEP)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("Started")
        .serviceTask("ReservePart")
        .name("Reserve part")
        .camundaDelegateExpression("${partnerStep}")
        .camundaAsyncBefore()
        .camundaFailedJobRetryTimeCycle("R500/PT0.1S")
        .endEvent("Reserved")
        .done();
  }

  /** A remote step and a task; one message ends it all, another does something beside it. */
  private static BpmnModelInstance cancellable() {
    ProcessBuilder process =
        Bpmn.createExecutableProcess(CANCELLABLE).camundaHistoryTimeToLiveString("P180D");
    BpmnModelInstance model =
        process
            .startEvent("Started")
            .serviceTask("ReservePart")
            .camundaDelegateExpression("${partnerStep}")
            .camundaAsyncBefore()
            .userTask("Inspect")
            .endEvent("Inspected")
            .done();
    process
        .eventSubProcess("CancelledProcess")
        .startEvent("CancelledCame")
        .message("Cancelled")
        .endEvent("Ended");
    process
        .eventSubProcess("NotedProcess")
        .startEvent("NotedCame")
        .interrupting(false)
        .message("Noted")
        .endEvent("Noted");
    return model;
  }

  /** First one message, then after a job's pause another. */
  private static BpmnModelInstance awaitsMessages() {
    return Bpmn.createExecutableProcess(AWAITS_MESSAGES)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("Started")
        .intermediateCatchEvent("FirstCame")
        .message("First")
        .intermediateCatchEvent("SecondCame")
        .message("Second")
        .endEvent("BothCame")
        .done();
  }

  /** A message, and behind it a step in the same transaction. */
  private static BpmnModelInstance awaitsThenFails() {
    return Bpmn.createExecutableProcess(AWAITS_THEN_FAILS)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("Started")
        .intermediateCatchEvent("FirstCame")
        .message("First")
        .serviceTask("Work")
        .camundaDelegateExpression("${brittleStep}")
        .endEvent("Worked")
        .done();
  }

  /** A called process without the case's number, which awaits nothing but the second message. */
  private static BpmnModelInstance calls() {
    return Bpmn.createExecutableProcess(CALLS)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("Started")
        .callActivity("Wait")
        .calledElement(AWAITS_MESSAGES)
        .endEvent("Ended")
        .done();
  }

  private static BpmnModelInstance asksPerson() {
    return Bpmn.createExecutableProcess(ASKS_PERSON)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("Started")
        .userTask("Inspect")
        .name("Inspect the machine")
        .camundaCandidateGroups("claims")
        .camundaDueDate("${deadlines.businessHours(execution, 4)}")
        .userTask("Decide")
        .endEvent("Decided")
        .done();
  }
}
