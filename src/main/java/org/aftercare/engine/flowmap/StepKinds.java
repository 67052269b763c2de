package org.aftercare.engine.flowmap;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the shape of a node says, in words. */
final class StepKinds {

  private StepKinds() {}

  static String of(FlowNode node) {
    if (node instanceof Event event) {
      return event(event);
    } else if (node instanceof Gateway gateway) {
      return gateway(gateway);
    }
    return node instanceof Activity activity ? activity(activity) : "Step";
  }

  private static String activity(Activity activity) {
    if (activity instanceof UserTask) {
      return "Task for a person";
    } else if (activity instanceof BusinessRuleTask) {
      return "Decision table";
    } else if (activity instanceof SendTask) {
      return "Message out";
    } else if (activity instanceof ReceiveTask) {
      return "Message in";
    } else if (activity instanceof CallActivity) {
      return "Process of its own";
    } else if (activity instanceof SubProcess inner) {
      return inner.triggeredByEvent() ? "At any time" : "Steps together";
    }
    return "Automatic step";
  }

  private static String gateway(Gateway gateway) {
    if (gateway instanceof ExclusiveGateway) {
      return "Question";
    }
    return gateway instanceof EventBasedGateway ? "What comes first" : "Ways at once";
  }

  private static String event(Event event) {
    if (event instanceof EndEvent) {
      return "End";
    } else if (event instanceof StartEvent start && start.getEventDefinitions().isEmpty()) {
      return "Start";
    } else if (event instanceof CatchEvent caught) {
      for (EventDefinition definition : caught.getEventDefinitions()) {
        if (definition instanceof MessageEventDefinition) {
          return "Message in";
        } else if (definition instanceof TimerEventDefinition) {
          return "Time";
        }
      }
      return event instanceof BoundaryEvent ? "Exception" : "Event";
    }
    return "Event";
  }
}
