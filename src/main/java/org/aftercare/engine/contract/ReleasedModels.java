package org.aftercare.engine.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models that the program carries: what is on a server that nobody has deployed to since. Each
 * is found by its file's name, which is its id.
 */
final class ReleasedModels implements DeployedModels {

  private static final String FOLDER = "/bpmn/";

  private final Map<String, ModelFile> files = new LinkedHashMap<>();

  ReleasedModels() {
    try {
      for (Resource resource :
          new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.*")) {
        String url = resource.getURL().toString();
        try (InputStream stream = resource.getInputStream()) {
          ModelFile file =
              new ModelFile(
                  url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), stream.readAllBytes());
          files.put(key(file.kind(), file.stem()), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own models cannot be read", e);
    }
  }

  @Override
  public Optional<ModelFile> find(ModelFile.Kind kind, String id) {
    return Optional.ofNullable(files.get(key(kind, id)));
  }

  @Override
  public List<ModelFile> processesNaming(Set<String> ids) {
    return files.values().stream()
        .filter(file -> file.kind() == ModelFile.Kind.PROCESS && file.quotes(ids))
        .toList();
  }

  /** A process, a decision and a form, if there are such. */
  List<ModelFile> someOfEachKind() {
    return files.values().stream()
        .collect(Collectors.toMap(ModelFile::kind, file -> file, (first, other) -> first))
        .values()
        .stream()
        .toList();
  }

  private static String key(ModelFile.Kind kind, String id) {
    return kind + " " + id;
  }
}
