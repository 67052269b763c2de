package org.aftercare.engine;

import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/**
 * What a module must be told before it can run. All modules are asked before anything is made, so
 * that a start which lacks several settings names them all at once. Implement it as a bean that
 * needs no other, made by a static method.
 */
public interface RequiredSettings {

  /** One line for each setting that is missing or wrong; empty if all is well. */
  List<String> faults(Environment environment);

  /** A property as a fault names it, with the environment variable that sets it. */
  static String named(String property) {
    return property
        + " ("
        + property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)
        + ")";
  }
}
