package org.aftercare.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts {@link TaskNotesListener} on every user task, whoever drew the model. */
class TaskNotesParseListener extends AbstractBpmnParseListener {

  private final TaskNotesListener listener;

  TaskNotesParseListener(TaskNotesListener listener) {
    this.listener = listener;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      TaskDefinition task = behavior.getTaskDefinition();
      // "Built in" is also called where a caller asks to skip listeners. Beside completion: a
      // variable may be set, a delegated task resolved, and a task ended by an error with
      // variables.
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, listener);
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listener);
    }
  }
}
