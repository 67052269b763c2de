package org.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.notifications.FactType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/**
 * What holds for the wordings of every flow: each exists in every language and says the same, for
 * the templates of the models and no other, and is short on a small screen. What each names must be
 * known where it is told, which the flow's own test knows.
 */
public abstract class WordingsTestBase {

  /** Longer texts become two messages on most networks; with the ending that all share, three. */
  private static final int LONGEST_SMS = 170;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final Pattern TEMPLATE = Pattern.compile("name=\"template\" value=\"([^\"]+)\"");
  private static final String PART = "\\.(subject|text|sms)$";

  private final String bundle;

  /** The wordings of one bundle, whose keys begin with its name. */
  protected WordingsTestBase(String bundle) {
    this.bundle = bundle;
  }

  /** What is told with words of this bundle: the models' templates that begin with its name. */
  protected Set<String> templates() {
    return modelTemplates(bundle);
  }

  /** Whether this goes to customers, who may want it by SMS. */
  protected boolean toCustomers(String template) {
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) {
    assertThat(placeholders(words(language))).isEqualTo(placeholders(words()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void areTranslated(String language) {
    Properties english = words();
    Properties translated = words(language);

    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> key.endsWith(".text") || key.endsWith(".sms"))
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void existForEveryTemplateAndForNoOther() {
    Properties english = words();
    Set<String> worded =
        english.stringPropertyNames().stream()
            .filter(key -> key.endsWith(".subject"))
            .map(key -> key.replaceFirst(PART, ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(worded)
        .isEqualTo(templates())
        .allSatisfy(
            template -> {
              assertThat(english).containsKey(template + ".text");
              assertThat(english.containsKey(template + ".sms"))
                  .as("%s by SMS", template)
                  .isEqualTo(toCustomers(template));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sv", "da", "nb", "pl"})
  void areShortOnASmallScreen(String language) {
    Properties wordings = words(language);
    assertThat(wordings.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".sms"))
        .allSatisfy(
            key -> assertThat(wordings.getProperty(key)).hasSizeLessThanOrEqualTo(LONGEST_SMS));
  }

  /** Each wording of the bundle names only what is known when its template is told. */
  protected final void nameOnly(Function<String, Set<String>> knownThen) {
    placeholders(words())
        .forEach(
            (key, names) -> {
              String template = key.replaceFirst(PART, "");
              if (key.startsWith(bundle + ".") && !template.equals(key)) {
                assertThat(knownThen.apply(template)).as(key).containsAll(names);
              }
            });
  }

  /** Each fact is declared as what the flow writes. */
  protected static void areDeclaredAsWritten(
      Map<String, String> facts, Map<String, FactType> declared) {
    facts.forEach(
        (fact, value) -> {
          FactType type = declared.getOrDefault(fact, FactType.TEXT);
          FactType written = type == FactType.CODE ? FactType.TEXT : type;
          assertThat(looksLike(value)).as(fact).isEqualTo(written);
        });
  }

  private static FactType looksLike(String value) {
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return FactType.DATE;
    } else if (value.matches("[\\d-]+T[\\d:.]+Z")) {
      return FactType.INSTANT;
    } else if (value.matches("[\\d.]+ [A-Z]{3}")) {
      return FactType.AMOUNT;
    }
    return FactType.TEXT;
  }

  /** The bundle in English. */
  protected final Properties words() {
    return words("en");
  }

  /** The bundle in that language. */
  protected final Properties words(String language) {
    String file = "en".equals(language) ? bundle : bundle + "_" + language;
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new ClassPathResource("messages/" + file + ".properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** All five, as a source of parameters or for a loop. */
  protected static List<String> languages() {
    return List.of("en", "sv", "da", "nb", "pl");
  }

  /** Templates that the models tell whose names begin with one of these words and a full stop. */
  protected static Set<String> modelTemplates(String... prefixes) {
    Set<String> templates = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
      for (Path model : files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
        TEMPLATE
            .matcher(Files.readString(model))
            .results()
            .map(result -> result.group(1))
            .filter(
                template ->
                    Stream.of(prefixes).anyMatch(prefix -> template.startsWith(prefix + ".")))
            .forEach(templates::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return templates;
  }

  private static Map<String, Set<String>> placeholders(Properties wordings) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String key : wordings.stringPropertyNames()) {
      found.put(
          key,
          PLACEHOLDER
              .matcher(wordings.getProperty(key))
              .results()
              .map(result -> result.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }
}
