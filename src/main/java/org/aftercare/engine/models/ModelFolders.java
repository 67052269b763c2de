package org.aftercare.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** In which folder the program has each of its own models; the engine forgets that. */
final class ModelFolders {

  private static final String ROOT = "/bpmn/";
  private static final String SUFFIX = ".bpmn";

  private final Map<String, String> folders = new HashMap<>();

  ModelFolders() {
    try {
      for (Resource model :
          new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
        String url = model.getURL().toString();
        String path = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
        int slash = path.lastIndexOf('/');
        folders.put(
            path.substring(slash + 1, path.length() - SUFFIX.length()),
            slash < 0 ? "" : path.substring(0, slash));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own models cannot be listed", e);
    }
  }

  /** Empty, if the program has no model of that process. */
  String of(String processId) {
    return folders.getOrDefault(processId, "");
  }
}
