package org.aftercare.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has every user task with a Camunda Form keep to it, whoever drew the model. */
@Component
@Order(FormPlugin.BEFORE_NOTES_LEAVE)
class FormPlugin extends AbstractProcessEnginePlugin {

  /** A note's length can be checked only while it is there. */
  static final int BEFORE_NOTES_LEAVE = 0;

  private final TaskForms forms = new TaskForms();

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    listeners.add(new Listening());
    if (engine.getCustomPreBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPreBPMNParseListeners());
    }
    engine.setCustomPreBPMNParseListeners(listeners);
    engine.setCustomPostCommandInterceptorsTxRequired(
        withRefusals(engine.getCustomPostCommandInterceptorsTxRequired()));
    engine.setCustomPostCommandInterceptorsTxRequiresNew(
        withRefusals(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
  }

  private static List<CommandInterceptor> withRefusals(List<CommandInterceptor> present) {
    List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
    all.add(new TaskAnswerRefusals());
    return all;
  }

  private final class Listening extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
        TaskDefinition task = behavior.getTaskDefinition();
        // "Built in" is also called where a caller asks to skip listeners.
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new TaskAnswerCheck(forms));
        TaskListener empty = new EmptyForm(forms);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, empty);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, empty);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, empty);
      }
    }
  }
}
