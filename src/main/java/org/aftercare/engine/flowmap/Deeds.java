package org.aftercare.engine.flowmap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers which steps of which charts do something, in the order in which they are read. */
final class Deeds {

  private record Where(String does, String chart) {}

  private final Map<Where, Set<String>> steps = new LinkedHashMap<>();

  void add(String does, String chart, String step) {
    steps.computeIfAbsent(new Where(does, chart), key -> new LinkedHashSet<>()).add(step);
  }

  List<FlowMap.Deed> all() {
    List<FlowMap.Deed> all = new ArrayList<>();
    steps.forEach(
        (where, labels) ->
            all.add(new FlowMap.Deed(where.does(), where.chart(), List.copyOf(labels))));
    return all;
  }
}
