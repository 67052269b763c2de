package org.aftercare.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Watches the time of every user task, whoever drew the model. */
class TaskTimesParseListener extends AbstractBpmnParseListener implements TaskListener {

  private final ObjectProvider<JdbcTaskTimes> times;

  TaskTimesParseListener(ObjectProvider<JdbcTaskTimes> times) {
    this.times = times;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      TaskDefinition task = behavior.getTaskDefinition();
      task.addBuiltInTaskListener(EVENTNAME_CREATE, this);
      task.addBuiltInTaskListener(EVENTNAME_UPDATE, this);
      task.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
      task.addBuiltInTaskListener(EVENTNAME_DELETE, this);
    }
  }

  @Override
  public void notify(DelegateTask task) {
    switch (task.getEventName()) {
      case EVENTNAME_CREATE, EVENTNAME_UPDATE ->
          times
              .getObject()
              .watch(
                  task.getId(),
                  CaseNumber.of((ExecutionEntity) task.getExecution()),
                  CalendarDeadlines.country(task),
                  task.getCreateTime(),
                  task.getDueDate());
      default -> times.getObject().forget(task.getId());
    }
  }
}
