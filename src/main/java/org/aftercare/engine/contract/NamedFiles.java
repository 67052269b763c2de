package org.aftercare.engine.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The models that somebody names by files and folders. A folder gives its models only; links within
 * it to other folders are not followed, so that nothing is read twice or for ever.
 */
final class NamedFiles {

  /** Our largest model has a fortieth of it, bytes. */
  static final int LARGEST = 4 * 1024 * 1024;

  private final List<ModelFile> models = new ArrayList<>();
  private final List<Finding> unread = new ArrayList<>();

  private NamedFiles() {}

  static NamedFiles read(List<String> names) {
    NamedFiles files = new NamedFiles();
    names.forEach(files::add);
    files.models.sort(Comparator.comparing(ModelFile::path));
    return files;
  }

  List<ModelFile> models() {
    return models;
  }

  /** What was named but cannot be read. */
  List<Finding> unread() {
    return unread;
  }

  private void add(String name) {
    try {
      Path path = Path.of(name).normalize();
      if (Files.isDirectory(path)) {
        addFolder(path);
      } else if (Files.isRegularFile(path)) {
        addFile(path);
      } else {
        report(name, "There is no such file or folder.", "Name one that is there.");
      }
    } catch (InvalidPathException e) {
      report(name, "This is no name of a file.", "Name one that is there.");
    } catch (IOException e) {
      report(name, "The folder cannot be read: " + e.getMessage(), "Let it be read.");
    }
  }

  private void addFolder(Path folder) throws IOException {
    Files.walkFileTree(
        folder.toRealPath(),
        new SimpleFileVisitor<>() {
          private final Path root = folder.toRealPath();

          private Path asNamed(Path path) {
            return folder.resolve(root.relativize(path));
          }

          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(root) && isHidden(path)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!isHidden(path)
                && new ModelFile(asNamed(path).toString(), new byte[0]).kind()
                    != ModelFile.Kind.OTHER
                && Files.isRegularFile(path)) {
              addFile(asNamed(path));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException problem) {
            report(asNamed(path).toString(), "It cannot be read.", "Let it be read.");
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, IOException problem) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  private void addFile(Path path) {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] content = stream.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        report(
            path.toString(),
            "It is larger than %d MiB.".formatted(LARGEST / 1024 / 1024),
            "A model of that size is no model that people read; cut it into several.");
      } else {
        models.add(new ModelFile(slashed(path.toString()), content));
      }
    } catch (IOException e) {
      report(path.toString(), "It cannot be read.", "Let it be read.");
    }
  }

  private void report(String name, String problem, String remedy) {
    unread.add(
        new Finding(
            Finding.Nature.ENGINE,
            slashed(name),
            "",
            "",
            ReadableRule.ID,
            problem,
            ReadableRule.REASON,
            remedy));
  }

  private static String slashed(String path) {
    return path.replace('\\', '/');
  }
}
