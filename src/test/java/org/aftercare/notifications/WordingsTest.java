package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.customers.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The bundles hold what models and code tell, in every language. */
class WordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final Pattern FACT = Pattern.compile("\\{([A-Za-z0-9]+)[^}]*}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]*)+)\"");
  private static final Pattern NOTICE = Pattern.compile("new Notice\\(.*?;", Pattern.DOTALL);
  private static final Pattern CONSTANT =
      Pattern.compile("String ([A-Z][A-Z_]*) =\\s+\"([a-z][a-z-]*(?:\\.[a-z-]*)+)\";");
  private static final Pattern TASK_PROPERTIES =
      Pattern.compile("<camunda:properties>.*?</camunda:properties>", Pattern.DOTALL);
  private static final Pattern PROPERTY =
      Pattern.compile("name=\"(to|template)\"\\s+value=\"([^\"]+)\"");

  private static final Properties SETTINGS = settings();

  private static Properties settings() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    return yaml.getObject();
  }

  static List<String> bundles() {
    return List.of(SETTINGS.getProperty("spring.messages.basename").split(","));
  }

  private static List<Locale> translations() {
    return Languages.supported().stream().filter(locale -> !locale.equals(Locale.ENGLISH)).toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyLanguageSaysTheSameWithTheSameFacts(String bundle) {
    assertThat(translations()).hasSize(4);
    for (Locale language : translations()) {
      assertThat(placeholders(load(bundle + "_" + language)))
          .as("%s in %s", bundle, language)
          .isEqualTo(placeholders(load(bundle)));
    }
  }

  @Test
  void everyWordingWithASubjectHasAText() {
    Properties wordings = english();
    assertThat(templates(wordings))
        .isNotEmpty()
        .allSatisfy(template -> assertThat(wordings).containsKey(template + ".text"));
  }

  @Test
  void everyWordingThatAModelTellsExists() throws IOException {
    Properties wordings = english();
    assertThat(toldByModels())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (template, to) -> {
              assertThat(wordings).containsKeys(template + ".subject", template + ".text");
              if (to.contains("customer")) {
                assertThat(wordings).containsKey(template + ".sms");
              }
            });
  }

  @Test
  void everyWordingThatCodeTellsExists() throws IOException {
    Set<String> templates = templates(english());
    Set<String> modules =
        templates.stream()
            .map(template -> template.substring(0, template.indexOf('.')))
            .collect(Collectors.toSet());
    Set<String> literals =
        files(Path.of("src/main/java"), ".java").stream()
            .map(WordingsTest::read)
            .flatMap(WordingsTest::literalsOfNotices)
            .filter(literal -> modules.contains(literal.substring(0, literal.indexOf('.'))))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(literals)
        .contains("case.human-wanted", "notifications.undelivered")
        .allSatisfy(
            literal ->
                assertThat(templates)
                    .anyMatch(
                        template ->
                            literal.endsWith(".")
                                ? template.startsWith(literal)
                                : template.equals(literal)));
  }

  @Test
  void everyWordingForAPartnerHasItsListOfFieldsAndNamesNoOther() throws IOException {
    Properties wordings = english();
    toldByModels()
        .forEach(
            (template, to) -> {
              if (to.contains("supplier") || to.contains("shipper")) {
                String fields =
                    SETTINGS.getProperty(
                        "aftercare.notifications.partner-fields[" + template + "]");
                assertThat(fields).as("fields of %s", template).isNotNull();
                assertThat(facts(wordings, template))
                    .as("facts of %s", template)
                    .isSubsetOf(List.of(fields.strip().split("\\s*,\\s*")));
              }
            });
  }

  @Test
  void everyMessageToACustomerEndsWithAPersonAndTheCaseNumber() {
    for (Locale language : Languages.supported()) {
      Properties wordings =
          language.equals(Locale.ENGLISH)
              ? load("messages/notifications")
              : load("messages/notifications_" + language);
      assertThat(facts(wordings, "notifications.ending.customer", ""))
          .as("%s", language)
          .containsExactlyInAnyOrder("humanPhone", "caseNumber");
      assertThat(facts(wordings, "notifications.ending.sms", ""))
          .as("%s", language)
          .containsExactlyInAnyOrder("humanPhone", "caseNumber");
    }
  }

  /** What stands in the arguments of a notice, as a literal or as a constant of the same file. */
  private static Stream<String> literalsOfNotices(String source) {
    Map<String, String> constants =
        CONSTANT
            .matcher(source)
            .results()
            .collect(Collectors.toMap(c -> c.group(1), c -> c.group(2)));
    return NOTICE
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .flatMap(
            notice ->
                Stream.concat(
                    LITERAL.matcher(notice).results().map(match -> match.group(1)),
                    constants.entrySet().stream()
                        .filter(constant -> notice.contains(constant.getKey()))
                        .map(Map.Entry::getValue)));
  }

  /** Templates of the models' send tasks, each with everybody whom some model tells it. */
  private static Map<String, Set<String>> toldByModels() throws IOException {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Path model : files(Path.of("bpmn"), ".bpmn")) {
      TASK_PROPERTIES
          .matcher(read(model))
          .results()
          .map(
              task ->
                  PROPERTY
                      .matcher(task.group())
                      .results()
                      .collect(Collectors.toMap(p -> p.group(1), p -> p.group(2))))
          .filter(properties -> properties.containsKey("template"))
          .forEach(
              properties ->
                  told.computeIfAbsent(properties.get("template"), key -> new TreeSet<>())
                      .add(properties.getOrDefault("to", "")));
    }
    return told;
  }

  private static Set<String> templates(Properties wordings) {
    return wordings.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".subject") && !key.equals("notifications.correction.subject"))
        .map(key -> key.substring(0, key.length() - ".subject".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Collection<String> facts(Properties wordings, String template) {
    Set<String> facts = new TreeSet<>();
    for (String part : List.of(".subject", ".text", ".sms")) {
      facts.addAll(facts(wordings, template, part));
    }
    return facts;
  }

  private static Set<String> facts(Properties wordings, String template, String part) {
    return FACT.matcher(wordings.getProperty(template + part, ""))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, List<String>> placeholders(Properties wordings) {
    Map<String, List<String>> found = new TreeMap<>();
    for (String key : wordings.stringPropertyNames()) {
      found.put(
          key,
          PLACEHOLDER
              .matcher(wordings.getProperty(key))
              .results()
              .map(MatchResult::group)
              .distinct()
              .sorted()
              .toList());
    }
    return found;
  }

  private static Properties english() {
    Properties all = new Properties();
    bundles().forEach(bundle -> all.putAll(load(bundle)));
    return all;
  }

  private static Properties load(String bundle) {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/resources", bundle + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
