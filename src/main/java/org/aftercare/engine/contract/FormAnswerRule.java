package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.w3c.dom.Element;

/**
 * A gateway after a task, or the process that calls this one, gets its answer from the task's form.
 * Whether code gives it instead cannot be seen in a model, so what this rule finds counts only
 * where it was not so before a change: see {@link ModelContract#checkChange}.
 */
final class FormAnswerRule extends ProcessRule {

  FormAnswerRule() {
    super("form-answer", "A gateway that lacks its answer stops the case, or sends it wrong.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    Answers answers = new Answers(process, models);
    Map<String, Set<Object>> compared = new LinkedHashMap<>();
    Map<String, Set<SequenceFlow>> ways = new LinkedHashMap<>();
    for (SequenceFlow way : process.all(SequenceFlow.class)) {
      for (ModelExpression.Comparison comparison : comparisons(way)) {
        compared
            .computeIfAbsent(comparison.variable(), name -> new LinkedHashSet<>())
            .add(comparison.literal());
        ways.computeIfAbsent(comparison.variable(), name -> new LinkedHashSet<>()).add(way);
      }
    }
    for (UserTask task : process.all(UserTask.class)) {
      if (task.getCamundaFormRef() == null) {
        continue;
      }
      ways.forEach(
          (variable, asking) -> {
            if (answers.isOpen(task, variable)
                && asking.stream().anyMatch(way -> answers.reaches(task, way, variable))) {
              findings.accept(
                  finding(
                      process,
                      task,
                      "Its form %s can be completed without %s, which a gateway after it asks for."
                          .formatted(task.getCamundaFormRef(), variable),
                      "Ask for it in the form in a required field of that key, or deploy the process without the question, too."));
            }
          });
    }
    checkGiven(process, answers, ways.keySet(), findings);
    compared.forEach(
        (variable, literals) ->
            literals.stream()
                .filter(String.class::isInstance)
                .filter(literal -> !answers.canBe(variable, literal))
                .forEach(
                    literal ->
                        ways.get(variable).stream()
                            .filter(way -> names(way, variable, literal))
                            .forEach(
                                way ->
                                    findings.accept(
                                        finding(
                                            process,
                                            way,
                                            "No form and no decision gives %s the value %s, on which this way is taken."
                                                .formatted(variable, literal),
                                            "Offer the value in the form or the table, or deploy the process without the way, too.")))));
  }

  /** What no gateway of the process reads it gives to those who call it, or to its delegates. */
  private void checkGiven(
      ProcessModel process, Answers answers, Set<String> asked, Consumer<Finding> findings) {
    for (DeclaredVariable variable : process.variables().values()) {
      if (asked.contains(variable.name())) {
        continue;
      }
      for (UserTask task : process.all(UserTask.class)) {
        if (task.getCamundaFormRef() != null
            && answers.isOpen(task, variable.name())
            && answers.reachesEnd(task, variable.name())) {
          findings.accept(
              finding(
                  process,
                  task,
                  "Its form %s can be completed without %s, which the process declares."
                      .formatted(task.getCamundaFormRef(), variable.name()),
                  "Ask for it in the form in a required field of that key, or deploy the process without the variable, too."));
        }
      }
      variable.values().stream()
          .filter(value -> !answers.canBe(variable.name(), value))
          .sorted()
          .forEach(
              value ->
                  findings.accept(
                      finding(
                          process,
                          process.executable().get(0),
                          "No form and no decision gives %s the value %s, which the process declares."
                              .formatted(variable.name(), value),
                          "Offer the value in the form or the table, or deploy the process without the value, too.")));
    }
  }

  private static boolean names(SequenceFlow way, String variable, Object literal) {
    return comparisons(way).contains(new ModelExpression.Comparison(variable, literal));
  }

  private static List<ModelExpression.Comparison> comparisons(SequenceFlow way) {
    if (way.getConditionExpression() == null) {
      return List.of();
    }
    try {
      ModelExpression read = ModelExpression.parse(way.getConditionExpression().getTextContent());
      if (read instanceof ModelExpression.Condition condition) {
        return condition.comparisons();
      }
      return read instanceof ModelExpression.Name name
          ? List.of(new ModelExpression.Comparison(name.name(), true))
          : List.of();
    } catch (ForbiddenExpressionException e) {
      // AllowedExpressionRule reports it.
      return List.of();
    }
  }

  /** Which nodes of a process give which variables, as far as models say so. */
  private static final class Answers {

    private final Map<FlowNode, Set<String>> given = new LinkedHashMap<>();
    private final Map<String, Set<Object>> values = new LinkedHashMap<>();
    private final Set<String> anything = new HashSet<>();

    Answers(ProcessModel process, ModelSet models) {
      for (UserTask task : process.all(UserTask.class)) {
        Optional.ofNullable(task.getCamundaFormRef())
            .flatMap(models::form)
            .ifPresent(form -> add(task, form));
      }
      for (BusinessRuleTask task : process.all(BusinessRuleTask.class)) {
        String variable = task.getCamundaResultVariable();
        if (variable != null && task.getCamundaDecisionRef() != null) {
          give(task, variable);
          models
              .decision(task.getCamundaDecisionRef())
              .ifPresent(decision -> values(variable).addAll(DecisionModel.values(decision)));
        }
      }
      for (CallActivity call : process.all(CallActivity.class)) {
        if (call.getExtensionElements() != null) {
          for (CamundaOut out :
              call.getExtensionElements()
                  .getElementsQuery()
                  .filterByType(CamundaOut.class)
                  .list()) {
            if (out.getCamundaTarget() != null) {
              give(call, out.getCamundaTarget());
              anything.add(out.getCamundaTarget());
            }
          }
        }
      }
      for (ProcessModel.Located located : process.expressions()) {
        addSet(process, located);
      }
    }

    private void add(UserTask task, FormModel form) {
      for (JsonNode component : form.components()) {
        String key = component.path("key").asText();
        if (key.isEmpty()) {
          continue;
        }
        if (component.path("validate").path("required").asBoolean()
            || component.path("type").asText().equals("checkbox")) {
          give(task, key);
        }
        List<Object> choices = FormModel.choices(component);
        values(key).addAll(choices);
        if (choices.isEmpty()) {
          anything.add(key);
        }
      }
    }

    private void addSet(ProcessModel process, ProcessModel.Located located) {
      try {
        if (ModelExpression.parse(located.text()) instanceof ModelExpression.SetVariable set) {
          if (set.value() instanceof ModelExpression.Name) {
            anything.add(set.name());
          } else {
            values(set.name()).add(set.value());
          }
          Element owner = XmlTree.withId(located.owner());
          process.all(FlowNode.class).stream()
              .filter(node -> node.getId().equals(owner.getAttribute("id")))
              .forEach(node -> give(node, set.name()));
        }
      } catch (ForbiddenExpressionException e) {
        // AllowedExpressionRule reports it.
        return;
      }
    }

    private void give(FlowNode node, String variable) {
      given.computeIfAbsent(node, of -> new HashSet<>()).add(variable);
    }

    private Set<Object> values(String variable) {
      return values.computeIfAbsent(variable, name -> new HashSet<>());
    }

    boolean canBe(String variable, Object literal) {
      return anything.contains(variable)
          || values.getOrDefault(variable, Set.of()).contains(literal);
    }

    private boolean gives(FlowNode node, String variable) {
      return given.getOrDefault(node, Set.of()).contains(variable);
    }

    /** Whether the task can be reached and completed with nothing having given the variable. */
    boolean isOpen(UserTask task, String variable) {
      if (gives(task, variable)) {
        return false;
      }
      Set<FlowNode> seen = new HashSet<>();
      Deque<FlowNode> open = new ArrayDeque<>(List.of(task));
      while (!open.isEmpty()) {
        FlowNode node = open.pop();
        if (!seen.add(node)) {
          continue;
        }
        List<FlowNode> before = before(node);
        if (before.isEmpty()) {
          return true;
        }
        before.stream().filter(other -> !gives(other, variable)).forEach(open::push);
      }
      return false;
    }

    /** Whether the way's gateway comes after the task without anything between that gives it. */
    boolean reaches(UserTask task, SequenceFlow way, String variable) {
      Set<FlowNode> seen = new HashSet<>();
      Deque<FlowNode> open = new ArrayDeque<>(List.of(task));
      while (!open.isEmpty()) {
        FlowNode node = open.pop();
        if (!seen.add(node)) {
          continue;
        }
        if (node.equals(way.getSource())) {
          return true;
        }
        after(node).filter(other -> !gives(other, variable)).forEach(open::push);
      }
      return false;
    }

    /** Whether the process can end after the task without anything on the way that gives it. */
    boolean reachesEnd(UserTask task, String variable) {
      Set<FlowNode> seen = new HashSet<>();
      Deque<FlowNode> open = new ArrayDeque<>(List.of(task));
      while (!open.isEmpty()) {
        FlowNode node = open.pop();
        if (!seen.add(node)) {
          continue;
        }
        List<FlowNode> next = after(node).toList();
        if (next.isEmpty()) {
          return true;
        }
        next.stream().filter(other -> !gives(other, variable)).forEach(open::push);
      }
      return false;
    }

    /** A boundary event interrupts its activity, which has then given nothing. */
    private static List<FlowNode> before(FlowNode node) {
      if (node instanceof BoundaryEvent event) {
        Activity interrupted = event.getAttachedTo();
        return interrupted == null ? List.of() : before(interrupted);
      }
      if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess inside) {
        return before(inside);
      }
      return node.getIncoming().stream()
          .map(SequenceFlow::getSource)
          .flatMap(Answers::leftFrom)
          .toList();
    }

    private static Stream<FlowNode> leftFrom(FlowNode node) {
      return node instanceof SubProcess inside
          ? inside.getChildElementsByType(FlowNode.class).stream()
              .filter(child -> child.getOutgoing().isEmpty())
          : Stream.of(node);
    }

    private static Stream<FlowNode> after(FlowNode node) {
      if (node.getOutgoing().isEmpty() && node.getParentElement() instanceof SubProcess inside) {
        return after(inside);
      }
      return node.getOutgoing().stream().map(SequenceFlow::getTarget).flatMap(Answers::enteredAt);
    }

    private static Stream<FlowNode> enteredAt(FlowNode node) {
      if (node instanceof SubProcess inside) {
        Collection<StartEvent> starts = inside.getChildElementsByType(StartEvent.class);
        return starts.stream().map(FlowNode.class::cast);
      }
      return Stream.of(node);
    }
  }
}
