package org.aftercare.engine.contract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Which of some files are to be deployed, because they are not, byte for byte, what each of their
 * processes, decisions or forms is in its newest version. The names of files and deployments do not
 * matter: a modeler's file has no folder, and the release's has one.
 */
final class ChangedModels {

  private static final String SAME_DEPLOYMENT = "deployment";

  private final DeployedModels deployed;

  /** What each file holds; empty if it cannot be read. */
  private final Map<ModelFile, Content> contents = new LinkedHashMap<>();

  /**
   * @param definitions ids of what the file would deploy
   * @param bound ids of what its processes want from their own deployment
   */
  private record Content(Set<String> definitions, Set<String> bound) {}

  private ChangedModels(List<ModelFile> files, DeployedModels deployed) {
    this.deployed = deployed;
    files.forEach(file -> contents.put(file, read(file)));
  }

  /**
   * The paths of those that changed, and of those that must go with one: a process that takes a
   * form, decision or called process from its own deployment needs them there.
   */
  static Set<String> among(List<ModelFile> files, DeployedModels deployed) {
    return new ChangedModels(files, deployed).find();
  }

  /** The ids of what a file would deploy; none if it cannot be read. */
  static Set<String> definitions(ModelFile file) {
    return read(file).definitions();
  }

  private Set<String> find() {
    Set<ModelFile> found = new LinkedHashSet<>();
    Deque<ModelFile> open = new ArrayDeque<>();
    contents.keySet().stream().filter(this::isChanged).forEach(open::add);
    while (!open.isEmpty()) {
      ModelFile file = open.remove();
      if (found.add(file)) {
        contents.keySet().stream().filter(other -> areBound(file, other)).forEach(open::add);
      }
    }
    return found.stream().map(ModelFile::path).collect(Collectors.toSet());
  }

  private boolean isChanged(ModelFile file) {
    Set<String> ids = contents.get(file).definitions();
    return ids.isEmpty()
        || !ids.stream()
            .allMatch(
                id ->
                    deployed
                        .find(file.kind(), id)
                        .filter(before -> Arrays.equals(before.content(), file.content()))
                        .isPresent());
  }

  private boolean areBound(ModelFile one, ModelFile other) {
    return binds(one, other) || binds(other, one);
  }

  private boolean binds(ModelFile process, ModelFile other) {
    Set<String> shared = new HashSet<>(contents.get(process).bound());
    shared.retainAll(contents.get(other).definitions());
    return !shared.isEmpty();
  }

  private static Content read(ModelFile file) {
    try {
      return switch (file.kind()) {
        case PROCESS -> content(ProcessModel.read(file));
        case DECISION ->
            new Content(
                ids(DecisionModel.read(file).decisions().stream().map(Decision::getId)), Set.of());
        case FORM -> new Content(ids(Stream.of(FormModel.read(file).id())), Set.of());
        case OTHER -> new Content(Set.of(), Set.of());
      };
    } catch (UnreadableModelException | RuntimeException | StackOverflowError e) {
      // The guard says why.
      return new Content(Set.of(), Set.of());
    }
  }

  private static Content content(ProcessModel process) {
    Stream<Optional<String>> bound =
        Stream.of(
                process.all(UserTask.class).stream()
                    .map(task -> ifSame(task.getCamundaFormRefBinding(), task.getCamundaFormRef())),
                process.all(BusinessRuleTask.class).stream()
                    .map(
                        task ->
                            ifSame(
                                task.getCamundaDecisionRefBinding(), task.getCamundaDecisionRef())),
                process.all(CallActivity.class).stream()
                    .map(
                        call ->
                            ifSame(call.getCamundaCalledElementBinding(), call.getCalledElement())))
            .flatMap(found -> found);
    return new Content(
        ids(process.executable().stream().map(Process::getId)),
        ids(bound.flatMap(Optional::stream)));
  }

  private static Optional<String> ifSame(String binding, String id) {
    return SAME_DEPLOYMENT.equals(binding) ? Optional.ofNullable(id) : Optional.empty();
  }

  private static Set<String> ids(Stream<String> ids) {
    return ids.filter(Objects::nonNull).filter(id -> !id.isBlank()).collect(Collectors.toSet());
  }
}
