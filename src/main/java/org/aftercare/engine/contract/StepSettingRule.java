package org.aftercare.engine.contract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** A step has the settings that its code reads, with values that the code knows. */
final class StepSettingRule extends ProcessRule {

  private static final int SUGGESTIONS = 5;

  StepSettingRule() {
    super(
        "step-setting",
        "A step with a setting that its code does not know stops the first case that gets there.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (FlowNode node : process.all(FlowNode.class)) {
      Map<String, Set<String>> needed =
          ProcessModel.delegateOf(node).map(models.vocabulary()::settingsOf).orElse(Map.of());
      if (!needed.isEmpty()) {
        Map<String, String> set = ProcessModel.properties(node);
        new TreeMap<>(needed)
            .forEach(
                (setting, values) ->
                    check(process, node, setting, set.get(setting), values, findings));
      }
    }
  }

  private void check(
      ProcessModel process,
      FlowNode node,
      String setting,
      String value,
      Set<String> values,
      Consumer<Finding> findings) {
    if (value == null || value.isBlank()) {
      findings.accept(
          finding(
              process,
              node,
              "It has no extension property %s.".formatted(setting),
              "Set it, for example to %s."
                  .formatted(values.stream().sorted().findFirst().orElse(""))));
    } else if (!values.contains(value)) {
      findings.accept(
          finding(
              process,
              node,
              "Its %s %s is not known.".formatted(setting, value),
              "Choose another, such as %s.".formatted(nearest(value, values))));
    }
  }

  private static String nearest(String value, Set<String> values) {
    return values.stream()
        .sorted(
            Comparator.<String>comparingInt(known -> distance(value, known))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SUGGESTIONS)
        .collect(Collectors.joining(", "));
  }

  /** How many letters are to be changed, left out or put in (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
