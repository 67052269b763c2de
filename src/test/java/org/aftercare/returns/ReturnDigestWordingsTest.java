package org.aftercare.returns;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The digest's wordings exist in every language and name only what the digest brings. */
class ReturnDigestWordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private static final Set<String> OF_THE_DIGEST = Set.of("weekFrom", "weekUntil", "yearFrom");

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    assertThat(placeholders("_" + language)).isEqualTo(placeholders(""));
    assertThat(load("_" + language).values()).doesNotContainAnyElementsOf(load("").values());
  }

  @Test
  void nameWhatTheDigestBrings() throws IOException {
    assertThat(placeholders(""))
        .allSatisfy(
            (key, facts) -> {
              if (!key.endsWith(".row")) {
                assertThat(facts).isSubsetOf(OF_THE_DIGEST);
              }
            })
        .containsEntry(
            ReturnDigest.TEMPLATE + ".row",
            Set.of(
                "product",
                "returnedInWeek",
                "soldInWeek",
                "shareOfWeek",
                "returnedInYear",
                "soldInYear",
                "shareOfYear"))
        .containsKeys(
            ReturnDigest.TEMPLATE + ".text", ReturnDigest.TEMPLATE_WITHOUT_ROWS + ".text");
  }

  private static Map<String, Set<String>> placeholders(String language) throws IOException {
    Properties wordings = load(language);
    Map<String, Set<String>> found = new TreeMap<>();
    for (String key : wordings.stringPropertyNames()) {
      found.put(
          key,
          PLACEHOLDER
              .matcher(wordings.getProperty(key))
              .results()
              .map((MatchResult match) -> match.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }

  private static Properties load(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new ClassPathResource("messages/return-digest" + language + ".properties")
                .getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
