package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A BPMN file with one executable process. */
final class ProcessModel {

  /** An expression and where it stands. */
  record Located(String text, Element owner) {}

  private final ModelFile file;
  private final XmlTree xml;
  private final BpmnModelInstance model;
  private final List<Process> executable;
  private final Map<String, DeclaredVariable> variables = new LinkedHashMap<>();
  private final Map<Class<?>, Collection<?>> elements = new HashMap<>();
  private final Map<String, Box> boxes = new HashMap<>();
  private List<Located> expressions;

  private ProcessModel(ModelFile file, XmlTree xml, BpmnModelInstance model) {
    this.file = file;
    this.xml = xml;
    this.model = model;
    this.executable =
        model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable).toList();
    executable.forEach(
        process ->
            properties(process)
                .forEach(
                    (name, declaration) -> {
                      if (name.startsWith(DeclaredVariable.PREFIX)) {
                        DeclaredVariable variable = DeclaredVariable.parse(name, declaration);
                        variables.put(variable.name(), variable);
                      }
                    }));
  }

  static ProcessModel read(ModelFile file) throws UnreadableModelException {
    XmlTree xml = XmlTree.parse(file);
    try {
      return new ProcessModel(
          file, xml, Bpmn.readModelFromStream(new ByteArrayInputStream(file.content())));
    } catch (ModelException e) {
      throw new UnreadableModelException(innermost(e).getMessage());
    }
  }

  private static Throwable innermost(Throwable thrown) {
    return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
  }

  ModelFile file() {
    return file;
  }

  XmlTree xml() {
    return xml;
  }

  List<Process> executable() {
    return executable;
  }

  /** The id of the process that the file is about; empty if it holds none that can run. */
  String id() {
    return executable.isEmpty() ? "" : Objects.requireNonNullElse(executable.get(0).getId(), "");
  }

  /** Every element of a type; searched once, since most rules ask for the same few types. */
  @SuppressWarnings("unchecked")
  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return (Collection<T>)
        elements.computeIfAbsent(type, wanted -> List.copyOf(model.getModelElementsByType(type)));
  }

  /** Where a node is drawn; empty if it is not. */
  Optional<Box> boxOf(BaseElement element) {
    if (boxes.isEmpty()) {
      for (BpmnShape shape : all(BpmnShape.class)) {
        if (shape.getBounds() != null && shape.getBpmnElement() != null) {
          boxes.put(shape.getBpmnElement().getId(), Box.of(shape.getBounds()));
        }
      }
    }
    return Optional.ofNullable(boxes.get(element.getId()));
  }

  Map<String, DeclaredVariable> variables() {
    return variables;
  }

  Optional<DeclaredVariable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Whether it calls, asks or shows one of these processes, decisions or forms. */
  boolean names(Set<String> ids) {
    return all(CallActivity.class).stream()
            .map(CallActivity::getCalledElement)
            .anyMatch(called -> called != null && ids.contains(called))
        || all(BusinessRuleTask.class).stream()
            .map(BusinessRuleTask::getCamundaDecisionRef)
            .anyMatch(decision -> decision != null && ids.contains(decision))
        || all(UserTask.class).stream()
            .map(UserTask::getCamundaFormRef)
            .anyMatch(form -> form != null && ids.contains(form));
  }

  /** Every attribute and text that the engine would evaluate. */
  List<Located> expressions() {
    if (expressions == null) {
      expressions = findExpressions();
    }
    return expressions;
  }

  private List<Located> findExpressions() {
    List<Located> found = new ArrayList<>();
    xml.forEach(
        element -> {
          for (Attr attribute : XmlTree.attributes(element)) {
            if (ModelExpression.isExpression(attribute.getValue())) {
              found.add(new Located(attribute.getValue(), element));
            }
          }
          String text = XmlTree.ownText(element);
          if (ModelExpression.isExpression(text)) {
            found.add(new Located(text, element));
          }
        });
    return found;
  }

  /** The bean that does the element's work, from {@code camunda:delegateExpression}. */
  static Optional<String> delegateOf(FlowNode node) {
    return workerOf(node)
        .map(
            worker ->
                worker.getAttributeValueNs(
                    BpmnModelConstants.CAMUNDA_NS,
                    BpmnModelConstants.CAMUNDA_ATTRIBUTE_DELEGATE_EXPRESSION))
        .flatMap(ProcessModel::bareName);
  }

  /** What carries the delegate: the task, or the message definition of a throwing event. */
  private static Optional<ModelElementInstance> workerOf(FlowNode node) {
    String attribute = BpmnModelConstants.CAMUNDA_ATTRIBUTE_DELEGATE_EXPRESSION;
    if (node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute) != null) {
      return Optional.of(node);
    }
    return node.getChildElementsByType(MessageEventDefinition.class).stream()
        .map(ModelElementInstance.class::cast)
        .findFirst();
  }

  /** {@code name} of {@code ${name}}; empty for any other form. */
  static Optional<String> bareName(String expression) {
    if (expression == null || !ModelExpression.isExpression(expression)) {
      return Optional.empty();
    }
    try {
      return ModelExpression.parse(expression) instanceof ModelExpression.Name name
          ? Optional.of(name.name())
          : Optional.empty();
    } catch (ForbiddenExpressionException e) {
      return Optional.empty();
    }
  }

  /** The extension properties of an element. */
  static Map<String, String> properties(BaseElement element) {
    Map<String, String> found = new LinkedHashMap<>();
    ExtensionElements extensions = element.getExtensionElements();
    if (extensions != null) {
      for (CamundaProperties properties :
          extensions.getElementsQuery().filterByType(CamundaProperties.class).list()) {
        for (CamundaProperty property : properties.getCamundaProperties()) {
          found.put(property.getCamundaName(), property.getCamundaValue());
        }
      }
    }
    return found;
  }
}
