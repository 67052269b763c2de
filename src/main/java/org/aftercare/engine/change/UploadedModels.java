package org.aftercare.engine.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aftercare.engine.contract.ModelFile;
import org.aftercare.engine.contract.ModelReview;
import org.aftercare.engine.contract.UnreadableModelException;
import org.aftercare.engine.contract.XmlTree;
import org.springframework.stereotype.Component;

/** Finds out what uploaded files are, and how they stand to what is deployed. */
@Component
class UploadedModels {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelReview review;
  private final RunningInstances running;

  UploadedModels(ModelReview review, RunningInstances running) {
    this.review = review;
    this.running = running;
  }

  List<UploadedModel> read(List<ModelUpload> uploads) {
    return uploads.stream()
        .map(upload -> read(new ModelFile(upload.name(), upload.content())))
        .toList();
  }

  private UploadedModel read(ModelFile file) {
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

  private UploadedModel process(ModelFile file) throws UnreadableModelException {
    ModelElements elements = ModelElements.of(file);
    if (elements.processId().isEmpty()) {
      return unreadable(file);
    }
    String id = elements.processId().get();
    Optional<ModelFile> deployed = review.deployed(ModelFile.Kind.PROCESS, id);
    Optional<Comparison> comparison = deployed.flatMap(before -> comparison(before, elements));
    return new UploadedModel(
        file,
        new TriedModel(
            file.name(),
            TriedModel.Kind.PROCESS,
            id,
            state(file, deployed),
            comparison,
            running.places(id),
            List.of(),
            referrers(Set.of(id))));
  }

  private static Optional<Comparison> comparison(ModelFile before, ModelElements after) {
    try {
      return Optional.of(ModelComparison.of(ModelElements.of(before).all(), after.all()));
    } catch (UnreadableModelException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private UploadedModel other(ModelFile file, TriedModel.Kind kind, Set<String> ids) {
    if (ids.isEmpty()) {
      return unreadable(file);
    }
    String id = ids.contains(file.stem()) ? file.stem() : ids.iterator().next();
    return new UploadedModel(
        file,
        new TriedModel(
            file.name(),
            kind,
            id,
            state(file, review.deployed(file.kind(), id)),
            Optional.empty(),
            List.of(),
            List.of(),
            referrers(ids)));
  }

  private static UploadedModel unreadable(ModelFile file) {
    return new UploadedModel(
        file,
        new TriedModel(
            file.name(),
            TriedModel.Kind.valueOf(file.kind().name()),
            "",
            TriedModel.State.UNREADABLE,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of()));
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
        .flatMap(file -> processId(file).stream())
        .filter(process -> !ids.contains(process))
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<String> processId(ModelFile file) {
    try {
      return ModelElements.of(file).processId();
    } catch (UnreadableModelException | StackOverflowError e) {
      return Optional.empty();
    }
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
