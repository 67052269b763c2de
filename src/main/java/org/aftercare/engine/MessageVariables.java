package org.aftercare.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message's variables as text, with their types: plain JSON would turn a small Long into an
 * Integer.
 */
class MessageVariables {

  private static final int LONGEST_TEXT = 255;

  private final ObjectMapper json = JsonMapper.builder().build();

  /**
   * @throws IllegalArgumentException for a type that is not short and primitive
   */
  String write(Map<String, Object> variables) {
    List<Typed> typed =
        new TreeMap<>(variables)
            .entrySet().stream().map(entry -> typed(entry.getKey(), entry.getValue())).toList();
    try {
      return json.writeValueAsString(typed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> read(String text) {
    try {
      Map<String, Object> variables = new LinkedHashMap<>();
      for (Typed typed : json.readValue(text, Typed[].class)) {
        variables.put(typed.name(), typed.read());
      }
      return variables;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored message variables cannot be read", e);
    }
  }

  private static Typed typed(String name, Object content) {
    if (content instanceof String text) {
      return new Typed(name, "String", checked(name, text));
    }
    if (content instanceof Reference reference) {
      return new Typed(name, "Reference", checked(name, reference.text()));
    }
    if (content instanceof Integer || content instanceof Long || content instanceof Boolean) {
      return new Typed(name, content.getClass().getSimpleName(), content.toString());
    }
    throw new IllegalArgumentException(
        "Message variable %s is a %s; String, Reference, Integer, Long and Boolean are possible."
            .formatted(name, content.getClass().getName()));
  }

  private static String checked(String name, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "Message variable %s has %d characters; at most %d are references or decisions."
              .formatted(name, text.length(), LONGEST_TEXT));
    }
    return text;
  }

  private record Typed(String name, String type, String text) {

    Object read() {
      return switch (type) {
        case "String" -> text;
        case "Reference" -> new Reference(text);
        case "Integer" -> Integer.valueOf(text);
        case "Long" -> Long.valueOf(text);
        case "Boolean" -> Boolean.valueOf(text);
        default -> throw new IllegalStateException("Unknown type " + type);
      };
    }
  }
}
