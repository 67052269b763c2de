package org.aftercare.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Tasklist's own words, where the product adds languages; what is left out shows in English. */
class TasklistLocalesTest {

  private static final String LOCALES =
      "META-INF/resources/webjars/camunda/app/tasklist/locales/%s.json";

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void translateWordsThatTasklistHas(String language) throws IOException {
    assertThat(labels("en")).containsAll(labels(language));
    assertThat(read(language).path("dateLocales").path("months")).hasSize(12);
  }

  @Test
  void translateTheSameWords() throws IOException {
    assertThat(labels("da")).isEqualTo(labels("sv"));
    assertThat(labels("nb")).isEqualTo(labels("sv"));
    assertThat(labels("pl")).isEqualTo(labels("sv"));
  }

  /**
   * Ours stand before Camunda's own and say one thing otherwise; after an update they must follow.
   */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void changeOneWordOfCamundasOwn(String language) throws IOException {
    List<Map<String, String>> both = new ArrayList<>();
    for (URL file :
        Collections.list(getClass().getClassLoader().getResources(LOCALES.formatted(language)))) {
      String json = new String(file.openStream().readAllBytes(), StandardCharsets.UTF_8);
      JsonNode labels = new ObjectMapper().readTree(json.replace("\uFEFF", "")).path("labels");
      both.add(new ObjectMapper().convertValue(labels, new TypeReference<>() {}));
    }
    assertThat(both).hasSize(2);
    assertThat(both.get(0).remove("COMPLETE_ERROR"))
        .isNotEqualTo(both.get(1).remove("COMPLETE_ERROR"));
    assertThat(both.get(0)).isEqualTo(both.get(1));
  }

  private static Set<String> labels(String language) throws IOException {
    Set<String> labels = new TreeSet<>();
    read(language).path("labels").fieldNames().forEachRemaining(labels::add);
    return labels;
  }

  private static JsonNode read(String language) throws IOException {
    String json =
        new ClassPathResource(LOCALES.formatted(language))
            .getContentAsString(StandardCharsets.UTF_8);
    // Camunda's own files begin with a byte order mark.
    return new ObjectMapper().readTree(json.replace("\uFEFF", ""));
  }
}
