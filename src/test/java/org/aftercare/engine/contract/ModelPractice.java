package org.aftercare.engine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** How the product's own models write their steps. */
final class ModelPractice {

  private static final String NOTIFY = "notify";
  private static final Pattern DUE =
      Pattern.compile("\\$\\{deadlines\\.\\w+\\(execution, \\d+\\)}");
  private static final Pattern CLOCK =
      Pattern.compile("\\$\\{caseClock\\.(?:start|end)\\(execution,'([^']+)'\\)}");

  /**
   * What a call hands over.
   *
   * @param in variable of the called process, by the caller's
   * @param out variable of the caller, by the called process's
   */
  record Handed(SortedMap<String, String> in, SortedMap<String, String> out) {}

  private final List<ModelFile> files;
  private final List<ProcessModel> processes = new ArrayList<>();
  private final List<DecisionModel> decisions = new ArrayList<>();
  private final List<FormModel> forms = new ArrayList<>();

  private ModelPractice(List<ModelFile> files) throws UnreadableModelException {
    this.files = files;
    for (ModelFile file : files) {
      switch (file.kind()) {
        case PROCESS -> processes.add(ProcessModel.read(file));
        case DECISION -> decisions.add(DecisionModel.read(file));
        case FORM -> forms.add(FormModel.read(file));
        case OTHER -> throw new IllegalStateException(file.path() + " is no model");
      }
    }
  }

  static ModelPractice read() {
    try (Stream<Path> paths = Files.walk(Path.of("bpmn"))) {
      return new ModelPractice(
          paths
              .filter(Files::isRegularFile)
              .filter(path -> !path.toString().contains("/."))
              .sorted()
              .map(ModelPractice::file)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ModelFile file(Path path) {
    try {
      return new ModelFile(path.toString().replace('\\', '/'), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ProcessModel> processes() {
    return processes;
  }

  /** The models as if they were deployed. */
  DeployedModels deployed() {
    return (kind, id) ->
        files.stream().filter(file -> file.kind() == kind && holds(file, kind, id)).findFirst();
  }

  private boolean holds(ModelFile file, ModelFile.Kind kind, String id) {
    return switch (kind) {
      case DECISION ->
          decisions.stream()
              .anyMatch(model -> model.file().equals(file) && model.decision(id).isPresent());
      case PROCESS, FORM -> file.stem().equals(id);
      case OTHER -> false;
    };
  }

  /** Delegates with the label of the first step that does their work. */
  SortedMap<String, String> delegates(Predicate<String> wanted) {
    SortedMap<String, String> found = new TreeMap<>();
    nodes()
        .forEach(
            node ->
                ProcessModel.delegateOf(node)
                    .filter(wanted)
                    .ifPresent(bean -> found.putIfAbsent(bean, node.getName())));
    return found;
  }

  /** The extension properties that steps set for their delegates, but for notices. */
  SortedMap<String, SortedSet<String>> settings() {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    nodes()
        .forEach(
            node ->
                ProcessModel.delegateOf(node)
                    .filter(bean -> !tells(bean))
                    .filter(bean -> !ProcessModel.properties(node).isEmpty())
                    .ifPresent(
                        bean ->
                            found
                                .computeIfAbsent(bean, key -> new TreeSet<>())
                                .addAll(ProcessModel.properties(node).keySet())));
    return found;
  }

  /** The wordings in which somebody is told something. */
  SortedSet<String> wordings(Predicate<String> to) {
    return nodes()
        .filter(node -> ProcessModel.delegateOf(node).filter(NOTIFY::equals).isPresent())
        .map(ProcessModel::properties)
        .filter(settings -> to.test(settings.get("to")))
        .map(settings -> settings.get("template"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Due dates that the bean {@code deadlines} gives, the shortest first. */
  List<String> dueDates() {
    return processes.stream()
        .flatMap(process -> process.all(UserTask.class).stream())
        .map(UserTask::getCamundaDueDate)
        .filter(due -> DUE.matcher(due).matches())
        .distinct()
        .sorted(
            Comparator.comparing((String due) -> !due.contains("Hours"))
                .thenComparing(due -> Integer.valueOf(due.replaceAll("\\D", ""))))
        .toList();
  }

  List<String> priorities() {
    return processes.stream()
        .flatMap(process -> process.all(UserTask.class).stream())
        .map(UserTask::getCamundaPriority)
        .distinct()
        .sorted(Comparator.comparing(Integer::valueOf))
        .toList();
  }

  /** The deadlines whose clocks models start or end. */
  SortedSet<String> deadlines() {
    return processes.stream()
        .flatMap(process -> process.all(CamundaExecutionListener.class).stream())
        .map(CamundaExecutionListener::getCamundaExpression)
        .filter(expression -> expression != null)
        .flatMap(expression -> CLOCK.matcher(expression).results())
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  SortedSet<String> forms() {
    return forms.stream().map(FormModel::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The decisions that a process asks; those that only another table asks are left out. */
  SortedSet<String> decisions() {
    return processes.stream()
        .flatMap(process -> process.all(BusinessRuleTask.class).stream())
        .map(BusinessRuleTask::getCamundaDecisionRef)
        .filter(decision -> decision != null)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The processes of the shared folder that others call. */
  List<ProcessModel> shared() {
    return processes.stream()
        .filter(process -> process.file().path().startsWith("bpmn/shared/"))
        .filter(process -> calls(process.id()).findAny().isPresent())
        .toList();
  }

  /** What every caller of a process hands over. */
  Handed handedTo(String process) {
    return new Handed(
        common(process, CamundaIn.class, CamundaIn::getCamundaTarget, CamundaIn::getCamundaSource),
        common(
            process, CamundaOut.class, CamundaOut::getCamundaSource, CamundaOut::getCamundaTarget));
  }

  private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance>
      SortedMap<String, String> common(
          String process, Class<T> type, Function<T, String> key, Function<T, String> value) {
    SortedMap<String, String> common = null;
    for (CallActivity call : calls(process).toList()) {
      Map<String, String> handed =
          call.getExtensionElements().getElementsQuery().filterByType(type).list().stream()
              .filter(mapping -> key.apply(mapping) != null)
              .collect(Collectors.toMap(key, value));
      if (common == null) {
        common = new TreeMap<>(handed);
      } else {
        common.keySet().retainAll(handed.keySet());
      }
    }
    return common;
  }

  private Stream<CallActivity> calls(String process) {
    return processes.stream()
        .flatMap(model -> model.all(CallActivity.class).stream())
        .filter(call -> process.equals(call.getCalledElement()));
  }

  /** The label of the first step that calls the process. */
  Optional<String> labelOfCall(String process) {
    return calls(process).map(CallActivity::getName).findFirst();
  }

  private Stream<FlowNode> nodes() {
    return processes.stream().flatMap(process -> process.all(FlowNode.class).stream());
  }

  /** Whether a delegate is the one that tells people. */
  static boolean tells(String delegate) {
    return NOTIFY.equals(delegate);
  }

  /** All that a process declares. */
  static Set<Map.Entry<String, String>> declarations(ProcessModel process) {
    return ProcessModel.properties(process.executable().get(0)).entrySet();
  }
}
