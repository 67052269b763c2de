package org.aftercare.engine.flowmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form asks for and shows.
 *
 * @param asked variables that it sets
 * @param shown variables that it reads and does not set
 * @param note whether it has a field for free text, which goes to the case's notes
 */
record FormFields(Set<String> asked, Set<String> shown, boolean note) {

  static final FormFields NONE = new FormFields(Set.of(), Set.of(), false);

  private static final String NOTE = "note";
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");

  static FormFields read(byte[] content) {
    Set<String> asked = new TreeSet<>();
    Set<String> shown = new TreeSet<>();
    try {
      collect(new ObjectMapper().readTree(content), asked, shown);
    } catch (IOException | RuntimeException damaged) {
      // The contract says so when it is deployed; the map shows the rest of the flow.
      return NONE;
    }
    boolean note = asked.remove(NOTE);
    shown.removeAll(asked);
    shown.remove(NOTE);
    return new FormFields(asked, shown, note);
  }

  private static void collect(JsonNode parent, Set<String> asked, Set<String> shown) {
    if (parent == null) {
      return;
    }
    for (JsonNode component : parent.path("components")) {
      String key = component.path("key").asText();
      if (!key.isEmpty()) {
        boolean onlyShown =
            component.path("readonly").asBoolean() || component.path("disabled").asBoolean();
        (onlyShown ? shown : asked).add(key);
      }
      texts(component, shown);
      collect(component, asked, shown);
    }
  }

  private static void texts(JsonNode component, Set<String> shown) {
    component.forEach(
        value -> {
          if (value.isTextual()) {
            String text = value.asText();
            if (text.startsWith("=")) {
              shown.addAll(Expressions.names(text.substring(1)));
            }
            Matcher templates = TEMPLATE.matcher(text);
            while (templates.find()) {
              shown.addAll(Expressions.names(templates.group(1)));
            }
          } else if (value.isObject()) {
            texts(value, shown);
          }
        });
  }
}
