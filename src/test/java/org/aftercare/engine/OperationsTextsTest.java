package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

class OperationsTextsTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @CsvSource({
    "en, its retries were set to 0 by hand",
    "sv, antalet försök sattes till 0 för hand",
    "da, antallet af forsøg blev sat til 0 i hånden",
    "nb, antallet forsøk ble satt til 0 for hånd",
    "pl, liczbę prób ustawiono ręcznie na 0",
    "fi, its retries were set to 0 by hand"
  })
  void operationsReadTheLanguageThatIsSet(String language, String text) {
    EngineProperties properties =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of("aftercare.engine.incidents.language", language)))
            .bindOrCreate("aftercare.engine", EngineProperties.class);

    assertThat(new OperationsTexts(properties).get("incident.stopped-by-hand")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void everyLanguageSaysTheSameWithTheSameArguments(String language) throws IOException {
    assertThat(arguments("engine_" + language)).isEqualTo(arguments("engine"));
  }

  private static Map<String, Set<String>> arguments(String bundle) throws IOException {
    Properties texts = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new ClassPathResource("messages/" + bundle + ".properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    Map<String, Set<String>> found = new TreeMap<>();
    for (String key : texts.stringPropertyNames()) {
      found.put(
          key,
          ARGUMENT
              .matcher(texts.getProperty(key))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }
}
