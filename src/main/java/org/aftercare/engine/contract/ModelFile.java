package org.aftercare.engine.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that holds a model.
 *
 * @param path where it is, with {@code /} between its parts
 */
public record ModelFile(String path, byte[] content) {

  /** What a file holds, by its name. */
  public enum Kind {
    PROCESS,
    DECISION,
    FORM,
    OTHER
  }

  /** Without its folder. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name up to its last dot. */
  public String stem() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? name() : name().substring(0, dot);
  }

  /** What it holds, as its name says. */
  public Kind kind() {
    String name = name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".bpmn")) {
      return Kind.PROCESS;
    }
    if (name.endsWith(".dmn")) {
      return Kind.DECISION;
    }
    return name.endsWith(".form") ? Kind.FORM : Kind.OTHER;
  }

  /** Whether one of these ids stands in it in quotes. */
  boolean quotes(Set<String> ids) {
    return ids.stream()
        .flatMap(id -> Stream.of('"' + id + '"', "'" + id + "'"))
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .anyMatch(this::holds);
  }

  private boolean holds(byte[] wanted) {
    for (int start = 0; start <= content.length - wanted.length; start++) {
      if (Arrays.equals(content, start, start + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
