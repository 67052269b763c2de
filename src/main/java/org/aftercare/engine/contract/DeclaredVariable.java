package org.aftercare.engine.contract;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A variable that a process declares as an extension property {@code variable.<name>}, for example
 * {@code variable.coverage} = {@code String: COVERED, REJECTED}.
 *
 * @param type {@code String}, {@code Integer}, {@code Long} or {@code Boolean}
 * @param values the codes that it can hold; empty if it is not a code, such as an order number
 */
record DeclaredVariable(String name, String type, Set<String> values) {

  static final String PREFIX = "variable.";

  static final Set<String> TYPES = Set.of("String", "Integer", "Long", "Boolean");

  static DeclaredVariable parse(String property, String declaration) {
    String[] parts = declaration.split(":", 2);
    Set<String> values =
        parts.length == 1
            ? Set.of()
            : Arrays.stream(parts[1].split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    return new DeclaredVariable(property.substring(PREFIX.length()), parts[0].strip(), values);
  }

  /** Whether the variable can hold that value, as it is written in an expression or a form. */
  boolean accepts(Object value) {
    return switch (type) {
      case "Boolean" -> value instanceof Boolean;
      case "Integer", "Long" -> value instanceof Number;
      case "String" -> value instanceof String text && (values.isEmpty() || values.contains(text));
      default -> false;
    };
  }

  /** Whether the variable can hold values of a type of decision tables; others fit all. */
  boolean holds(String typeRef) {
    return switch (typeRef) {
      case "string" -> type.equals("String");
      case "boolean" -> type.equals("Boolean");
      case "integer", "long", "double", "number" -> type.equals("Integer") || type.equals("Long");
      default -> true;
    };
  }

  /** What it can hold, for people. */
  String describe() {
    return values.isEmpty() ? type : type + ": " + values.stream().sorted().toList();
  }
}
