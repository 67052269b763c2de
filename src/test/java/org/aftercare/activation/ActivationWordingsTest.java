package org.aftercare.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every wording exists in every language, and names only what is known where it is told. */
class ActivationWordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final Pattern TEMPLATE =
      Pattern.compile("name=\"template\" value=\"(activation[^\"]+)\"");
  private static final Set<String> ALWAYS = Set.of("caseNumber", "plan", "ordered", "startsOn");

  /** Longer texts become two messages on most networks; with the ending that all share, three. */
  private static final int LONGEST_SMS = 170;

  private static final Map<String, Set<String>> KNOWN_THEN =
      Map.of(
          "activation.refused", Set.of("eligibility"),
          "activation.confirmed", Set.of("monthlyPrice"),
          "activation.taking-back", Set.of("failure"),
          "activation.not-possible", Set.of("failure"));

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    assertThat(placeholders("activation_" + language)).isEqualTo(placeholders("activation"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void areTranslated(String language) throws IOException {
    Properties english = load("activation");
    Properties translated = load("activation_" + language);
    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> key.endsWith(".text") || key.endsWith(".sms"))
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void existForEveryTemplateOfTheModelsAndForNoOther() throws IOException {
    Properties english = load("activation");
    Set<String> worded =
        english.stringPropertyNames().stream()
            .filter(key -> key.endsWith(".subject"))
            .map(key -> key.substring(0, key.length() - ".subject".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(worded)
        .isEqualTo(templates())
        .allSatisfy(
            template -> assertThat(english).containsKeys(template + ".text", template + ".sms"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"activation", "activation_sv", "activation_da", "activation_nb", "activation_pl"})
  void areShortOnASmallScreen(String bundle) throws IOException {
    Properties wordings = load(bundle);
    assertThat(wordings.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".sms"))
        .allSatisfy(
            key -> assertThat(wordings.getProperty(key)).hasSizeLessThanOrEqualTo(LONGEST_SMS));
  }

  @Test
  void nameOnlyFactsThatEveryOrderHasOrThatAreKnownByThen() throws IOException {
    placeholders("activation")
        .forEach(
            (key, names) -> {
              String template = key.replaceFirst("\\.(subject|text|sms)$", "");
              if (!template.equals(key)) {
                Set<String> known = new HashSet<>(ALWAYS);
                known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
                assertThat(known).as(key).containsAll(names);
              }
            });
  }

  /** What is ordered and what it costs, in a line each, before anything else. */
  @ParameterizedTest
  @ValueSource(
      strings = {"activation", "activation_sv", "activation_da", "activation_nb", "activation_pl"})
  void theConfirmationBeginsWithWhatIsOrderedAndWhatItCosts(String bundle) throws IOException {
    String[] lines = load(bundle).getProperty("activation.confirmed.text").split("\n");
    assertThat(lines[0]).contains("{plan}", "{startsOn}");
    assertThat(lines[1]).contains("{monthlyPrice}");
    assertThat(lines[2]).isEmpty();
  }

  /** No message but the last says that the service runs. */
  @Test
  void nothingIsPromisedBeforeItIsDone() throws IOException {
    Properties english = load("activation");
    for (String template : Set.of("received", "referred", "delayed")) {
      assertThat(english.getProperty("activation." + template + ".text"))
          .containsAnyOf("Nothing", "not complete");
    }
  }

  @Test
  void everyReasonOfTheTablesAndSystemsHasWords() throws IOException {
    Properties english = load("activation");
    Stream.of(
            "UNKNOWN_PLAN",
            "UNKNOWN_SUBSCRIPTION",
            "ALREADY_ORDERED",
            "ALREADY_ACTIVE",
            "NOT_AN_UPGRADE")
        .forEach(code -> assertThat(english).containsKey("activation.eligibility." + code));
    Stream.of("NOT_AVAILABLE", "NO_PAYMENT_METHOD", "NO_REVENUE_ACCOUNT", "NOT_DONE")
        .forEach(code -> assertThat(english).containsKey("activation.failure." + code));
    for (PlanOrder.Kind kind : PlanOrder.Kind.values()) {
      assertThat(english).containsKey("activation.ordered." + kind);
    }
    for (Effect.Part part : Effect.Part.values()) {
      assertThat(english).containsKey("timeline.part." + part);
      for (Effect.State state : Effect.State.values()) {
        assertThat(english)
            .containsKey(
                "activation.fact." + part.name().toLowerCase(java.util.Locale.ROOT) + "." + state);
      }
    }
    for (PlanOrder.GivenUp reason : PlanOrder.GivenUp.values()) {
      assertThat(english).containsKey("activation.fact.given-up." + reason);
    }
  }

  @Test
  void theRefusalOffersAReviewByAPerson() throws IOException {
    assertThat(load("activation").getProperty("activation.refused.text")).contains("person");
  }

  private static Set<String> templates() throws IOException {
    Set<String> templates = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
      List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn")).toList();
      for (Path model : models) {
        TEMPLATE
            .matcher(Files.readString(model))
            .results()
            .map(result -> result.group(1))
            .forEach(templates::add);
      }
    }
    return templates;
  }

  private static Map<String, Set<String>> placeholders(String bundle) throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    Properties wordings = load(bundle);
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
