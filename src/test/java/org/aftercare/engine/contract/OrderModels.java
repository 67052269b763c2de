package org.aftercare.engine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.RemoteStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A small set of models that keeps every rule, to be broken in one place. */
final class OrderModels {

  /** What the code behind these models offers. */
  static final ModelVocabulary VOCABULARY =
      new ModelVocabulary(
          Map.of(
              "reserve", Reserve.class,
              "tell", Tell.class,
              "audit", Audit.class,
              "remind", Remind.class,
              "dates", Dates.class),
          Set.of("PaymentArrived"),
          Set.of("OUT_OF_STOCK"),
          Set.of("claims", "contracts"),
          Map.of("tell", Map.of("template", Set.of("order.packed", "order.refused"))));

  private final Map<String, String> files = new LinkedHashMap<>();

  OrderModels() {
    for (String file : List.of("order.bpmn", "pack.bpmn", "choose-approver.dmn", "approve.form")) {
      files.put(file, read(file));
    }
  }

  private static String read(String file) {
    try (var stream = OrderModels.class.getResourceAsStream("/contract/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the only occurrence of a text. */
  OrderModels with(String file, String from, String to) {
    String text = files.get(file);
    int first = text.indexOf(from);
    if (first < 0 || first != text.lastIndexOf(from)) {
      throw new IllegalArgumentException(
          "%s holds this %s: %s".formatted(file, first < 0 ? "nowhere" : "more than once", from));
    }
    files.put(file, text.replace(from, to));
    return this;
  }

  OrderModels rename(String from, String to) {
    files.put(to, files.remove(from));
    return this;
  }

  OrderModels add(String file, String text) {
    files.put(file, text);
    return this;
  }

  OrderModels without(String file) {
    files.remove(file);
    return this;
  }

  String text(String file) {
    return files.get(file);
  }

  List<ModelFile> files() {
    List<ModelFile> found = new ArrayList<>();
    files.forEach(
        (name, text) -> found.add(new ModelFile(name, text.getBytes(StandardCharsets.UTF_8))));
    return found;
  }

  List<Finding> check() {
    return check(VOCABULARY);
  }

  List<Finding> check(ModelVocabulary vocabulary) {
    return new ModelContract().checkWhole(files(), vocabulary);
  }

  /** As if deployed by itself: whether something is used elsewhere is not known. */
  List<Finding> checkPart() {
    return new ModelContract().checkPart(files(), VOCABULARY, DeployedModels.NONE);
  }

  @RemoteStep
  static final class Reserve implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      // The models are checked, not run.
    }
  }

  static final class Tell implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      // The models are checked, not run.
    }
  }

  static final class Audit implements ExecutionListener {
    @Override
    public void notify(DelegateExecution execution) {
      // The models are checked, not run.
    }
  }

  static final class Remind implements TaskListener {
    @Override
    public void notify(DelegateTask task) {
      // The models are checked, not run.
    }
  }

  static final class Dates {
    public Date in(DelegateExecution execution, int days) {
      return new Date(days);
    }
  }
}
