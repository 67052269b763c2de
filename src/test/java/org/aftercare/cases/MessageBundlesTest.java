package org.aftercare.cases;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every wording exists in every language and names the same facts there. */
class MessageBundlesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  @ParameterizedTest
  @CsvSource({
    "cases, sv",
    "cases, da",
    "cases, nb",
    "cases, pl",
    "desk, sv",
    "desk, da",
    "desk, nb",
    "desk, pl"
  })
  void sayTheSameInEveryLanguage(String bundle, String language) throws IOException {
    assertThat(placeholders(bundle + "_" + language)).isEqualTo(placeholders(bundle));
  }

  @ParameterizedTest
  @CsvSource({"cases, sv", "cases, da", "cases, nb", "cases, pl"})
  void areTranslated(String bundle, String language) throws IOException {
    Properties english = load(bundle);
    Properties translated = load(bundle + "_" + language);

    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void nameEveryQuestion() throws IOException {
    Properties cases = load("cases");
    Properties desk = load("desk");

    assertThat(CustomerQuestion.values())
        .allSatisfy(
            question -> {
              assertThat(cases).containsKey("timeline.question." + question);
              assertThat(desk).containsKey("desk.about.answer." + question);
            });
  }

  @Test
  void nameEveryStatus() throws IOException {
    assertThat(load("desk").stringPropertyNames())
        .containsAll(
            Stream.of(ServiceCase.Status.values()).map(status -> "desk.status." + status).toList());
  }

  @Test
  void nameEveryConfiguredDeadline() throws IOException {
    Set<String> names = configuredDeadlines();

    assertThat(names).contains("COVERAGE");
    assertThat(load("cases").stringPropertyNames())
        .containsAll(names.stream().map(name -> "case.deadline." + name).toList())
        .containsAll(names.stream().map(name -> "timeline.deadline." + name).toList());
  }

  /** What people type into a task's form becomes a note about that task. */
  @Test
  void nameEveryTask() throws IOException {
    Properties desk = load("desk");
    Pattern userTask = Pattern.compile("<bpmn:userTask [^>]*\\bid=\"([^\"]+)\"");
    Set<String> tasks = new TreeSet<>();
    for (Resource model :
        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
      userTask
          .matcher(model.getContentAsString(StandardCharsets.UTF_8))
          .results()
          .map(match -> match.group(1))
          .forEach(tasks::add);
    }

    assertThat(tasks)
        .contains("TalkToCustomer")
        .allSatisfy(task -> assertThat(desk).containsKey("desk.about." + task));
  }

  private static Set<String> configuredDeadlines() throws IOException {
    Pattern deadline = Pattern.compile("aftercare\\.deadlines\\.[^.]+\\.(.+)");
    return new YamlPropertySourceLoader()
        .load("application", new ClassPathResource("application.yaml")).stream()
            .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
            .map(deadline::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1).toUpperCase().replace('-', '_'))
            .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> placeholders(String bundle) throws IOException {
    Properties wordings = load(bundle);
    Map<String, Set<String>> found = new TreeMap<>();
    for (String key : wordings.stringPropertyNames()) {
      found.put(
          key,
          PLACEHOLDER
              .matcher(wordings.getProperty(key))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }

  private static Properties load(String bundle) throws IOException {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new ClassPathResource("messages/" + bundle + ".properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
