package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.outage.Outage.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every piece of news has words in every language, and they name only what is known then. */
class OutageWordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final int LONGEST_SMS = 170;
  private static final Set<String> ALWAYS = Set.of("service", "cause", "startedAt");

  @ParameterizedTest
  @ValueSource(strings = {"", "_sv", "_da", "_nb", "_pl"})
  void existForEveryNewsAndNameOnlyWhatIsKnown(String language) throws IOException {
    Properties words = load(language);
    for (News news : News.values()) {
      for (boolean endKnown : List.of(true, false)) {
        String template = news.template(endKnown);
        Set<String> known = new TreeSet<>(ALWAYS);
        if (endKnown && !template.endsWith("ended") && !template.endsWith("withdrawn")) {
          known.add("expectedEndAt");
        }
        if (news == News.ENDED) {
          known.add("endedAt");
        }
        for (String part : List.of(".subject", ".text", ".sms")) {
          assertThat(words.getProperty(template + part)).as(template + part).isNotBlank();
          assertThat(placeholders(words.getProperty(template + part)))
              .as(template + part)
              .isSubsetOf(known);
        }
        assertThat(words.getProperty(template + ".sms")).hasSizeLessThanOrEqualTo(LONGEST_SMS);
      }
    }
    Stream.of(Cause.values())
        .forEach(cause -> assertThat(words).containsKey("outage.cause." + cause));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sv", "_da", "_nb", "_pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    Properties english = load("");
    Properties translated = load(language);

    assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".text"))
        .allSatisfy(
            key -> {
              assertThat(translated.getProperty(key)).isNotEqualTo(english.getProperty(key));
              assertThat(placeholders(translated.getProperty(key)))
                  .as(key)
                  .isEqualTo(placeholders(english.getProperty(key)));
            });
  }

  @Test
  void knowEveryServiceOfTheSandbox() throws IOException {
    Properties english = load("");
    try (Stream<String> lines =
        new String(
                new ClassPathResource("sandbox/data/connections.csv")
                    .getInputStream()
                    .readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()) {
      assertThat(
              lines
                  .filter(line -> !line.startsWith("#"))
                  .map(line -> line.split(";")[0])
                  .distinct())
          .allSatisfy(service -> assertThat(english).containsKey("outage.service." + service));
    }
  }

  private static Set<String> placeholders(String wording) {
    return PLACEHOLDER
        .matcher(wording)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll("[{}]|,.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new ClassPathResource("messages/outage" + language + ".properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
