package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** The process that is called exists, in its latest version. */
final class CalledProcessRule extends ProcessRule {

  CalledProcessRule() {
    super("called-process", "A call to a process that is not there stops the case.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (CallActivity call : process.all(CallActivity.class)) {
      String called = call.getCalledElement();
      if (called == null || models.process(called).isEmpty()) {
        findings.accept(
            finding(
                process,
                call,
                "There is no process %s.".formatted(called),
                "Name a process, or deploy it with this one."));
        continue;
      }
      if (models.process(called).filter(CalledProcessRule::canBeCalled).isEmpty()) {
        findings.accept(
            finding(
                process,
                call,
                "The process %s has no start that a call can take.".formatted(called),
                "Give it one start event without a message, timer or signal."));
      }
      if (call.getCamundaCalledElementBinding() != null
          && !call.getCamundaCalledElementBinding().equals("latest")) {
        findings.accept(
            finding(
                process,
                call,
                "The called process is not bound to its latest version.",
                "Set the binding to latest: a shared process is mended for all its callers."));
      }
    }
  }

  private static boolean canBeCalled(ProcessModel called) {
    return called.all(StartEvent.class).stream()
        .anyMatch(
            start ->
                start.getParentElement() instanceof Process
                    && start.getEventDefinitions().isEmpty());
  }
}
