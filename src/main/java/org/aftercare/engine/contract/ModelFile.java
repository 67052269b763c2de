package org.aftercare.engine.contract;

import java.util.Locale;

/**
 * A file that holds a model.
 *
 * @param path where it is, with {@code /} between its parts
 */
record ModelFile(String path, byte[] content) {

  /** What a file holds, by its name. */
  enum Kind {
    PROCESS,
    DECISION,
    FORM,
    OTHER
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name up to its last dot. */
  String stem() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? name() : name().substring(0, dot);
  }

  Kind kind() {
    String name = name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".bpmn")) {
      return Kind.PROCESS;
    }
    if (name.endsWith(".dmn")) {
      return Kind.DECISION;
    }
    return name.endsWith(".form") ? Kind.FORM : Kind.OTHER;
  }
}
