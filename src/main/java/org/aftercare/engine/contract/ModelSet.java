package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The models that are checked together, and all that they may refer to. */
final class ModelSet {

  /** A file that could not be read, and why. */
  record Unreadable(ModelFile file, String problem) {}

  private final ModelVocabulary vocabulary;
  private final DeployedModels deployed;
  private final boolean whole;
  private final List<ProcessModel> processes = new ArrayList<>();
  private final List<DecisionModel> decisions = new ArrayList<>();
  private final List<FormModel> forms = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  /** Deployed models that were asked for; most rules ask for the same. */
  private final Map<String, Optional<?>> found = new HashMap<>();

  private ModelSet(ModelVocabulary vocabulary, DeployedModels deployed, boolean whole) {
    this.vocabulary = vocabulary;
    this.deployed = deployed;
    this.whole = whole;
  }

  /** All models of the product. */
  static ModelSet whole(List<ModelFile> files, ModelVocabulary vocabulary) {
    return new ModelSet(vocabulary, DeployedModels.NONE, true).with(files);
  }

  /** Some models, which may refer to deployed ones. */
  static ModelSet part(List<ModelFile> files, ModelVocabulary vocabulary, DeployedModels deployed) {
    return new ModelSet(vocabulary, deployed, false).with(files);
  }

  /** Deployed processes among the models that they have now. */
  ModelSet before(List<ModelFile> referrers) {
    return part(referrers, vocabulary, deployed);
  }

  /** Deployed processes among the models that they will have once this set is deployed. */
  ModelSet after(List<ModelFile> referrers) {
    return part(referrers, vocabulary, deployedWithThese());
  }

  private DeployedModels deployedWithThese() {
    return new DeployedModels() {
      @Override
      public Optional<ModelFile> find(ModelFile.Kind kind, String id) {
        return added(kind, id).or(() -> deployed.find(kind, id));
      }

      @Override
      public List<ModelFile> processesNaming(Set<String> ids) {
        return deployed.processesNaming(ids);
      }
    };
  }

  /**
   * The processes that these models may break without being broken themselves: deployed ones that
   * name a model of this set and are not replaced by it, and those of this set that name one which
   * changes.
   */
  List<ModelFile> referrers() {
    Set<String> changed = changedIds();
    if (changed.isEmpty()) {
      return List.of();
    }
    List<ModelFile> found = new ArrayList<>();
    processes.stream()
        .filter(process -> process.names(changed))
        .map(ProcessModel::file)
        .forEach(found::add);
    for (ModelFile file : deployed.processesNaming(changed)) {
      try {
        ProcessModel process = ProcessModel.read(file);
        if (fileOfProcess(process.id()).isEmpty() && process.names(changed)) {
          found.add(file);
        }
      } catch (UnreadableModelException e) {
        // It cannot run either; nothing that is deployed now makes it worse.
        continue;
      }
    }
    return found;
  }

  private Set<String> changedIds() {
    Set<String> changed = new TreeSet<>();
    processes.stream().map(ProcessModel::id).filter(id -> !id.isEmpty()).forEach(changed::add);
    decisions.stream()
        .flatMap(model -> model.decisions().stream())
        .map(Decision::getId)
        .filter(Objects::nonNull)
        .forEach(changed::add);
    forms.stream().map(FormModel::id).forEach(changed::add);
    changed.removeIf(this::isAsDeployed);
    return changed;
  }

  /** Whether an id is new, so that nothing refers to it yet, or its file is what is deployed. */
  private boolean isAsDeployed(String id) {
    return Stream.of(ModelFile.Kind.PROCESS, ModelFile.Kind.DECISION, ModelFile.Kind.FORM)
        .flatMap(
            kind ->
                deployed.find(kind, id).stream()
                    .map(
                        before ->
                            added(kind, id)
                                .map(after -> Arrays.equals(after.content(), before.content()))
                                .orElse(true)))
        .allMatch(Boolean::booleanValue);
  }

  private Optional<ModelFile> added(ModelFile.Kind kind, String id) {
    return switch (kind) {
      case PROCESS -> fileOfProcess(id);
      case DECISION -> fileOfDecision(id);
      case FORM -> fileOfForm(id);
      case OTHER -> Optional.empty();
    };
  }

  private Optional<ModelFile> fileOfProcess(String id) {
    return processes.stream()
        .filter(process -> process.id().equals(id))
        .findFirst()
        .map(ProcessModel::file);
  }

  private Optional<ModelFile> fileOfDecision(String id) {
    return decisions.stream()
        .filter(model -> model.decision(id).isPresent())
        .findFirst()
        .map(DecisionModel::file);
  }

  private Optional<ModelFile> fileOfForm(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst().map(FormModel::file);
  }

  private ModelSet with(List<ModelFile> files) {
    for (ModelFile file : files) {
      try {
        switch (file.kind()) {
          case PROCESS -> processes.add(ProcessModel.read(file));
          case DECISION -> decisions.add(DecisionModel.read(file));
          case FORM -> forms.add(FormModel.read(file));
          case OTHER ->
              throw new UnreadableModelException("Only .bpmn, .dmn and .form files are models.");
        }
      } catch (UnreadableModelException e) {
        unreadable.add(new Unreadable(file, e.getMessage()));
      } catch (RuntimeException | StackOverflowError e) {
        unreadable.add(new Unreadable(file, "It is damaged: " + e.getClass().getSimpleName()));
      }
    }
    return this;
  }

  ModelVocabulary vocabulary() {
    return vocabulary;
  }

  /** Whether nothing is missing, so that what nobody uses can be told. */
  boolean isWhole() {
    return whole;
  }

  List<ProcessModel> processes() {
    return processes;
  }

  List<DecisionModel> decisions() {
    return decisions;
  }

  List<FormModel> forms() {
    return forms;
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }

  Optional<ProcessModel> process(String id) {
    return processes.stream()
        .filter(process -> process.id().equals(id))
        .findFirst()
        .or(() -> find(ModelFile.Kind.PROCESS, id, ProcessModel::read));
  }

  Optional<Decision> decision(String id) {
    return decisions.stream()
        .flatMap(model -> model.decision(id).stream())
        .findFirst()
        .or(
            () ->
                find(ModelFile.Kind.DECISION, id, DecisionModel::read)
                    .flatMap(model -> model.decision(id)));
  }

  Optional<FormModel> form(String id) {
    return forms.stream()
        .filter(form -> form.id().equals(id))
        .findFirst()
        .or(() -> find(ModelFile.Kind.FORM, id, FormModel::read));
  }

  private <T> Optional<T> find(ModelFile.Kind kind, String id, Reader<T> reader) {
    @SuppressWarnings("unchecked")
    Optional<T> known =
        (Optional<T>) found.computeIfAbsent(kind + " " + id, key -> load(kind, id, reader));
    return known;
  }

  private <T> Optional<T> load(ModelFile.Kind kind, String id, Reader<T> reader) {
    Optional<ModelFile> file = deployed.find(kind, id);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(file.get()));
    } catch (UnreadableModelException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private interface Reader<T> {
    T read(ModelFile file) throws UnreadableModelException;
  }
}
