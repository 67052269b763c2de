package org.aftercare.engine.flowmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * The order in which somebody reads a chart: from its start along the arrows, then the rest. The
 * engine's objects look each other up by slow ways, so references are followed by their text.
 */
final class ReadingOrder {

  private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<SequenceFlow>> ways = new HashMap<>();

  private ReadingOrder(BpmnModelInstance model) {
    List<FlowNode> found = new ArrayList<>();
    for (Process process : model.getModelElementsByType(Process.class)) {
      if (process.isExecutable()) {
        new Level(process.getFlowElements()).read(found);
      }
    }
    found.forEach(node -> nodes.put(node.getId(), node));
  }

  static ReadingOrder of(BpmnModelInstance model) {
    return new ReadingOrder(model);
  }

  Collection<FlowNode> nodes() {
    return nodes.values();
  }

  /** The arrows that leave a node. */
  List<SequenceFlow> ways(FlowNode node) {
    return ways.getOrDefault(node.getId(), List.of());
  }

  private static String reference(FlowElement element, String attribute) {
    String id = element.getDomElement().getAttribute(attribute);
    return id == null ? "" : id;
  }

  /** A process or subprocess, without what is within its own subprocesses. */
  private final class Level {

    private final Map<String, FlowNode> here = new LinkedHashMap<>();
    private final Map<String, List<String>> next = new HashMap<>();

    Level(Collection<FlowElement> elements) {
      for (FlowElement element : elements) {
        if (element instanceof FlowNode node) {
          here.put(node.getId(), node);
        }
      }
      for (FlowElement element : elements) {
        if (element instanceof SequenceFlow way) {
          String source = reference(way, "sourceRef");
          ways.computeIfAbsent(source, key -> new ArrayList<>()).add(way);
          lead(source, reference(way, "targetRef"));
        } else if (element instanceof BoundaryEvent event) {
          lead(reference(event, "attachedToRef"), event.getId());
        }
      }
    }

    private void lead(String from, String to) {
      next.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
    }

    void read(List<FlowNode> found) {
      Set<String> reached = new LinkedHashSet<>();
      here.values().stream()
          .filter(StartEvent.class::isInstance)
          .forEach(start -> walk(start.getId(), reached));
      // What no arrow leads to from the start: event subprocesses, compensations, damaged models.
      here.keySet().forEach(id -> walk(id, reached));
      for (String id : reached) {
        FlowNode node = here.get(id);
        found.add(node);
        if (node instanceof SubProcess inner) {
          new Level(inner.getFlowElements()).read(found);
        }
      }
    }

    private void walk(String start, Set<String> reached) {
      Deque<String> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        String id = open.poll();
        if (here.containsKey(id) && reached.add(id)) {
          open.addAll(next.getOrDefault(id, List.of()));
        }
      }
    }
  }
}
