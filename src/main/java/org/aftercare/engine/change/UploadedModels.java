package org.aftercare.engine.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aftercare.engine.contract.ModelFile;
import org.aftercare.engine.contract.ModelReview;
import org.aftercare.engine.contract.UnreadableModelException;
import org.aftercare.engine.contract.XmlTree;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;

/** Finds out what uploaded files are, and how they stand to what is deployed. */
@Component
class UploadedModels {

  /** The attributes by which a process refers to another model. */
  private static final Set<String> REFERENCES = Set.of("calledElement", "decisionRef", "formRef");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelReview review;
  private final RunningInstances running;

  UploadedModels(ModelReview review, RunningInstances running) {
    this.review = review;
    this.running = running;
  }

  List<UploadedModel> read(List<ModelUpload> uploads) {
    List<ModelFile> files =
        uploads.stream().map(upload -> new ModelFile(upload.name(), upload.content())).toList();
    Set<String> changed = review.changed(files);
    return files.stream()
        .map(
            file ->
                new UploadedModel(
                    file,
                    read(file),
                    changed.contains(file.path()) && file.kind() != ModelFile.Kind.OTHER))
        .toList();
  }

  private TriedModel read(ModelFile file) {
    try {
      return switch (file.kind()) {
        case PROCESS -> process(file);
        case DECISION -> other(file, TriedModel.Kind.DECISION, decisions(file));
        case FORM -> other(file, TriedModel.Kind.FORM, form(file));
        case OTHER -> unreadable(file);
      };
    } catch (UnreadableModelException | StackOverflowError e) {
      return unreadable(file);
    }
  }

  private TriedModel process(ModelFile file) throws UnreadableModelException {
    ModelElements elements = ModelElements.of(file);
    if (elements.processId().isEmpty()) {
      return unreadable(file);
    }
    String id = elements.processId().get();
    Optional<ModelFile> deployed = review.deployed(ModelFile.Kind.PROCESS, id);
    Optional<ModelElements> before = deployed.flatMap(UploadedModels::elements);
    List<RunningAt> places =
        running.places(id).stream()
            .map(at -> before.map(model -> named(at, model)).orElse(at))
            .toList();
    return new TriedModel(
        file.name(),
        TriedModel.Kind.PROCESS,
        id,
        state(file, deployed),
        before.map(model -> ModelComparison.of(model.all(), elements.all())),
        places,
        List.of(),
        referrers(Set.of(id)));
  }

  private static RunningAt named(RunningAt at, ModelElements model) {
    ModelElement element = model.all().get(at.elementId());
    return element == null ? at : at.called(element.name());
  }

  private static Optional<ModelElements> elements(ModelFile file) {
    try {
      return Optional.of(ModelElements.of(file));
    } catch (UnreadableModelException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private TriedModel other(ModelFile file, TriedModel.Kind kind, Set<String> ids) {
    if (ids.isEmpty()) {
      return unreadable(file);
    }
    String id = ids.contains(file.stem()) ? file.stem() : ids.iterator().next();
    return new TriedModel(
        file.name(),
        kind,
        id,
        state(file, review.deployed(file.kind(), id)),
        Optional.empty(),
        List.of(),
        List.of(),
        referrers(ids));
  }

  private static TriedModel unreadable(ModelFile file) {
    return new TriedModel(
        file.name(),
        TriedModel.Kind.valueOf(file.kind().name()),
        "",
        TriedModel.State.UNREADABLE,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static TriedModel.State state(ModelFile file, Optional<ModelFile> deployed) {
    if (deployed.isEmpty()) {
      return TriedModel.State.NEW;
    }
    return Arrays.equals(file.content(), deployed.get().content())
        ? TriedModel.State.UNCHANGED
        : TriedModel.State.CHANGED;
  }

  private List<String> referrers(Set<String> ids) {
    return review.processesNaming(ids).stream()
        .filter(file -> refersTo(file, ids))
        .flatMap(file -> elements(file).flatMap(ModelElements::processId).stream())
        .filter(process -> !ids.contains(process))
        .distinct()
        .sorted()
        .toList();
  }

  /** An id may stand in a file as something else, such as a variable's name. */
  private static boolean refersTo(ModelFile file, Set<String> ids) {
    Set<String> named = new HashSet<>();
    try {
      XmlTree.parse(file)
          .forEach(
              element ->
                  XmlTree.attributes(element).stream()
                      .filter(attribute -> REFERENCES.contains(attribute.getLocalName()))
                      .map(Attr::getValue)
                      .forEach(named::add));
    } catch (UnreadableModelException | StackOverflowError e) {
      return false;
    }
    return named.stream().anyMatch(ids::contains);
  }

  private static Set<String> decisions(ModelFile file) throws UnreadableModelException {
    List<String> ids = new ArrayList<>();
    XmlTree.parse(file)
        .forEach(
            element -> {
              if (element.getLocalName().equals("decision") && element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
              }
            });
    return new LinkedHashSet<>(ids);
  }

  private static Set<String> form(ModelFile file) {
    try {
      String id = JSON.readTree(file.content()).path("id").asText();
      return id.isEmpty() ? Set.of() : Set.of(id);
    } catch (JsonProcessingException e) {
      return Set.of();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read", e);
    }
  }
}
