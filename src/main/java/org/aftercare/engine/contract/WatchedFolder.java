package org.aftercare.engine.contract;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The models in a folder that people edit, asked again and again for what was saved since. A save
 * is over when nothing in the folder has changed between two polls: an editor that writes a file in
 * several steps is waited for, and files that are saved together come together. Where a poll cannot
 * read the folder or a file, a later one tries again.
 */
final class WatchedFolder {

  private final Path folder;

  /** What was there before anybody was watching. */
  private final Predicate<ModelFile> known;

  private Map<String, Stamp> lastSeen = Map.of();
  private Map<String, Stamp> handedOut = new TreeMap<>();
  private boolean first = true;

  /** What changes when a file is saved. */
  private record Stamp(long size, FileTime saved) {}

  /**
   * What happened in the folder.
   *
   * @param saved new and changed files; their paths begin in the folder, as those of a release do
   * @param unread files that were saved but cannot be read, or are no models by their size
   * @param deleted paths of files that are no longer there
   */
  record Change(List<ModelFile> saved, List<Finding> unread, List<String> deleted) {
    boolean isNone() {
      return saved.isEmpty() && unread.isEmpty() && deleted.isEmpty();
    }
  }

  /**
   * @param known which of the files that are there at the first poll are no change
   */
  WatchedFolder(Path folder, Predicate<ModelFile> known) {
    this.folder = folder;
    this.known = known;
  }

  Path folder() {
    return folder;
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  /**
   * What was saved and deleted since the last change that was found; empty while a save goes on.
   */
  Optional<Change> poll() {
    Map<String, Stamp> now = look();
    boolean settled = now.equals(lastSeen);
    lastSeen = now;
    if (!settled || now.equals(handedOut)) {
      return Optional.empty();
    }
    Change change = changeTo(now);
    if (!look().equals(now)) {
      // Saved again while it was read.
      return Optional.empty();
    }
    handedOut = now;
    if (first) {
      first = false;
      change.saved().removeIf(known);
    }
    return change.isNone() ? Optional.empty() : Optional.of(change);
  }

  private Change changeTo(Map<String, Stamp> now) {
    List<String> saved =
        now.keySet().stream()
            .filter(path -> !Objects.equals(now.get(path), handedOut.get(path)))
            .map(path -> folder.resolve(path).toString())
            .toList();
    NamedFiles read = NamedFiles.read(saved);
    List<ModelFile> models = new ArrayList<>();
    for (ModelFile file : read.models()) {
      models.add(new ModelFile(inFolder(Path.of(file.path())), file.content()));
    }
    return new Change(
        models,
        read.unread(),
        handedOut.keySet().stream().filter(path -> !now.containsKey(path)).toList());
  }

  private Map<String, Stamp> look() {
    Map<String, Stamp> found = new TreeMap<>();
    if (!exists()) {
      return found;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return !path.equals(folder) && NamedFiles.isHidden(path)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isModel(path)) {
                found.put(
                    inFolder(path), new Stamp(attributes.size(), attributes.lastModifiedTime()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
              // It went away meanwhile.
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException problem) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // The folder itself went away meanwhile.
      return found;
    }
    return found;
  }

  private String inFolder(Path path) {
    return folder.normalize().relativize(path.normalize()).toString().replace('\\', '/');
  }

  /** Neither hidden nor a copy that an editor keeps while a file is open. */
  private static boolean isModel(Path path) {
    String name = path.getFileName().toString();
    return !NamedFiles.isHidden(path)
        && !name.startsWith("~")
        && new ModelFile(name, new byte[0]).kind() != ModelFile.Kind.OTHER;
  }
}
