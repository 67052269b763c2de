package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.event.Level;

/**
 * Deploys what was saved in a watched folder, all files of a save together and past the same guard
 * as everything else, and tells whoever sits in front of the console.
 *
 * <p>What was refused stays open: it is tried again together with what is saved next, because a
 * model and the form it needs may be saved one after the other. A draft that is still wrong keeps
 * nothing else from being deployed.
 */
final class FolderDeployment {

  private static final String SOURCE = "watched folder";

  private final WatchedFolder folder;
  private final RepositoryService repository;
  private final BiConsumer<Level, String> console;

  /** What was refused and not saved again since, by path. */
  private final Map<String, ModelFile> open = new LinkedHashMap<>();

  private boolean gone;

  FolderDeployment(
      WatchedFolder folder, RepositoryService repository, BiConsumer<Level, String> console) {
    this.folder = folder;
    this.repository = repository;
    this.console = console;
  }

  /** Looks into the folder once. Nothing that is found there ends the watching. */
  void poll() {
    try {
      tellIfGone();
      folder.poll().ifPresent(this::take);
    } catch (RuntimeException | StackOverflowError e) {
      console.accept(
          Level.WARN, "%s could not be looked into: %s".formatted(folder.folder(), e.getMessage()));
    }
  }

  private void tellIfGone() {
    if (gone == folder.exists()) {
      gone = !gone;
      console.accept(
          Level.WARN,
          gone
              ? "%s is gone. What is deployed stays; it is watched again once it is back."
                  .formatted(folder.folder())
              : folder.folder() + " is back and watched again.");
    }
  }

  private void take(WatchedFolder.Change change) {
    change.unread().forEach(finding -> console.accept(Level.WARN, finding.describe()));
    change.deleted().forEach(open::remove);
    if (!gone) {
      change
          .deleted()
          .forEach(
              path ->
                  console.accept(
                      Level.WARN,
                      "%s was deleted here. It stays deployed; Cockpit can delete a deployment."
                          .formatted(path)));
    }
    if (!change.saved().isEmpty()) {
      deploy(change.saved());
    }
  }

  private void deploy(List<ModelFile> saved) {
    saved.forEach(file -> open.remove(file.path()));
    List<ModelFile> waiting = List.copyOf(open.values());
    List<ModelFile> all = Stream.concat(saved.stream(), waiting.stream()).toList();
    try {
      tell(deployed(saved));
      if (!waiting.isEmpty()) {
        tryWaiting(waiting);
      }
    } catch (RuntimeException alone) {
      if (waiting.isEmpty() || !isDeployed(all)) {
        saved.forEach(file -> open.put(file.path(), file));
        console.accept(Level.WARN, refusal(saved, alone));
      }
    }
  }

  /** What was refused before may be right now; if it is not, it has been told already. */
  private void tryWaiting(Collection<ModelFile> waiting) {
    if (!isDeployed(waiting)) {
      console.accept(Level.WARN, "Still not deployed: " + names(waiting));
    }
  }

  private boolean isDeployed(Collection<ModelFile> files) {
    try {
      tell(deployed(files));
      open.clear();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private DeploymentEntity deployed(Collection<ModelFile> files) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(folder.folder().toString()).source(SOURCE);
    files.forEach(
        file -> deployment.addInputStream(file.path(), new ByteArrayInputStream(file.content())));
    DeploymentWithDefinitions made = deployment.deployWithResult();
    return (DeploymentEntity) made;
  }

  private void tell(DeploymentEntity made) {
    if (!made.isNew()) {
      console.accept(
          Level.INFO, "%s: what was saved is deployed already.".formatted(folder.folder()));
      return;
    }
    TreeSet<String> files = new TreeSet<>(made.getResources().keySet());
    files.remove(DeploymentFindings.NAME);
    String versions =
        Stream.of(made.getDeployedProcessDefinitions(), made.getDeployedDecisionDefinitions())
            .filter(Objects::nonNull)
            .flatMap(Collection::stream)
            .map(ResourceDefinition.class::cast)
            .map(found -> "%s version %d".formatted(found.getKey(), found.getVersion()))
            .sorted()
            .collect(Collectors.joining(", "));
    console.accept(
        Level.INFO,
        "Deployed from %s: %s%s"
            .formatted(
                folder.folder(),
                String.join(", ", files),
                versions.isEmpty() ? "" : " (" + versions + ")"));
  }

  private static String refusal(List<ModelFile> saved, RuntimeException thrown) {
    if (thrown instanceof ModelContractException) {
      return thrown.getMessage();
    }
    List<String> messages = new ArrayList<>();
    messages.add("Nothing was deployed of %s:".formatted(names(saved)));
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      messages.add(String.valueOf(cause.getMessage()));
    }
    return String.join("\n", messages);
  }

  private static String names(Collection<ModelFile> files) {
    return files.stream().map(ModelFile::path).sorted().collect(Collectors.joining(", "));
  }
}
