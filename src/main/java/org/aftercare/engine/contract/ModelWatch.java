package org.aftercare.engine.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Looks into the folder where models are edited every 300 ms, in a thread of its own. It asks
 * rather than being told: Java's own watch service sees neither folders of containers and networks
 * nor, on a Mac, anything within two seconds, wants each subfolder registered, and tells of each
 * write of a save by itself. Asking for the times of a hundred files costs about a millisecond.
 */
class ModelWatch implements AutoCloseable {

  /** A save is deployed after two looks and the check: within two seconds. */
  private static final Duration EVERY = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

  private static final ModelVocabulary NOTHING =
      new ModelVocabulary(Map.of(), Set.of(), Set.of(), Set.of(), Map.of());

  private final String watchedFolder;
  private final ObjectProvider<RepositoryService> repository;
  private ScheduledExecutorService thread;

  ModelWatch(ContractProperties properties, ObjectProvider<RepositoryService> repository) {
    this.watchedFolder = properties.watchedFolder();
    this.repository = repository;
  }

  /** When the product's own models are deployed, so that only later changes are. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (watchedFolder.isBlank() || !Files.isDirectory(Path.of(watchedFolder))) {
      return;
    }
    watch(Path.of(watchedFolder), new ReleasedModels());
  }

  private synchronized void watch(Path folder, ReleasedModels released) {
    FolderDeployment deployment =
        new FolderDeployment(
            new WatchedFolder(folder, asReleased(released)),
            repository.getObject(),
            (level, text) -> LOG.atLevel(level).log(text));
    thread = Executors.newSingleThreadScheduledExecutor(ModelWatch::named);
    thread.execute(() -> warmUp(released));
    thread.scheduleWithFixedDelay(deployment::poll, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    LOG.info(
        "A model that is saved in {} is checked and deployed at once", folder.toAbsolutePath());
  }

  /** The first check of a program takes seconds, all others a fraction of one. */
  private static void warmUp(ReleasedModels released) {
    try {
      new ModelContract().checkChange(released.someOfEachKind(), NOTHING, released);
    } catch (RuntimeException e) {
      LOG.debug("The first check failed; the first save will tell why", e);
    }
  }

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, "model-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** What differs from the program's own models was saved after these were packed. */
  private static Predicate<ModelFile> asReleased(DeployedModels released) {
    return file ->
        released
            .find(file.kind(), file.stem())
            .filter(own -> Arrays.equals(own.content(), file.content()))
            .isPresent();
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.shutdownNow();
    }
  }
}
