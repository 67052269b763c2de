package org.aftercare.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Writes {@link TaskCase} to every user task, whoever drew the model. */
class TaskCaseParseListener extends AbstractBpmnParseListener implements TaskListener {

  private final TaskCase taskCase;

  TaskCaseParseListener(TaskCase taskCase) {
    this.taskCase = taskCase;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      behavior.getTaskDefinition().addBuiltInTaskListener(EVENTNAME_CREATE, this);
    }
  }

  @Override
  public void notify(DelegateTask task) {
    taskCase.write(task::setVariableLocal, CaseNumber.of((ExecutionEntity) task.getExecution()));
  }
}
