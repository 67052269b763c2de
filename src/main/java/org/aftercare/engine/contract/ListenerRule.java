package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/** A listener is a listener bean, a call of an allowed bean, or the setting of a variable. */
final class ListenerRule extends ProcessRule {

  ListenerRule() {
    super("listener", "A listener is easily overlooked; only a few plain ones are allowed.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    ModelVocabulary vocabulary = models.vocabulary();
    for (CamundaExecutionListener listener : process.all(CamundaExecutionListener.class)) {
      check(
          process,
          listener,
          listener.getCamundaDelegateExpression(),
          listener.getCamundaExpression(),
          vocabulary::isExecutionListener,
          findings);
    }
    for (CamundaTaskListener listener : process.all(CamundaTaskListener.class)) {
      check(
          process,
          listener,
          listener.getCamundaDelegateExpression(),
          listener.getCamundaExpression(),
          vocabulary::isTaskListener,
          findings);
    }
  }

  private void check(
      ProcessModel process,
      ModelElementInstance listener,
      String delegateExpression,
      String expression,
      java.util.function.Predicate<String> isListener,
      Consumer<Finding> findings) {
    Optional<String> bean = ProcessModel.bareName(delegateExpression);
    boolean allowed =
        expression != null ? isAllowed(expression) : bean.filter(isListener).isPresent();
    if (!allowed) {
      Element owner = ownerOf(process, listener);
      findings.accept(
          finding(
              process,
              owner,
              "Its listener is neither a listener bean nor one of the allowed expressions.",
              "Use ${listenerBean}, ${bean.method(execution,…)} or ${execution.setVariable('name','CODE')}."));
    }
  }

  /** What is wrong within an expression is for {@link AllowedExpressionRule} to say. */
  private static boolean isAllowed(String expression) {
    try {
      ModelExpression parsed = ModelExpression.parse(expression);
      return parsed instanceof ModelExpression.Call
          || parsed instanceof ModelExpression.SetVariable;
    } catch (ForbiddenExpressionException e) {
      return true;
    }
  }

  private static Element ownerOf(ProcessModel process, ModelElementInstance listener) {
    ModelElementInstance owner = listener;
    while (owner.getAttributeValue("id") == null) {
      owner = owner.getParentElement();
    }
    String id = owner.getAttributeValue("id");
    Element[] found = new Element[1];
    process
        .xml()
        .forEach(
            element -> {
              if (id.equals(element.getAttribute("id"))) {
                found[0] = element;
              }
            });
    return found[0];
  }
}
