package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.List;
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
        Optional<ModelFile> added =
            switch (kind) {
              case PROCESS -> fileOfProcess(id);
              case DECISION -> fileOfDecision(id);
              case FORM -> fileOfForm(id);
              case OTHER -> Optional.empty();
            };
        return added.or(() -> deployed.find(kind, id));
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
        .forEach(changed::add);
    forms.stream().map(FormModel::id).forEach(changed::add);
    changed.removeIf(
        id ->
            Stream.of(ModelFile.Kind.PROCESS, ModelFile.Kind.DECISION, ModelFile.Kind.FORM)
                .allMatch(kind -> deployed.find(kind, id).isEmpty()));
    return changed;
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
    Optional<ModelFile> file = deployed.find(kind, id);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(file.get()));
    } catch (UnreadableModelException e) {
      return Optional.empty();
    }
  }

  private interface Reader<T> {
    T read(ModelFile file) throws UnreadableModelException;
  }
}
