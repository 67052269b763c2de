package org.aftercare.registration;

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
class RegistrationWordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final Pattern TEMPLATE =
      Pattern.compile("name=\"template\" value=\"(registration[^\"]+)\"");
  private static final Set<String> ALWAYS =
      Set.of("caseNumber", "product", "serialNumber", "proof");

  /** Longer texts become two messages on most networks; with the ending that all share, three. */
  private static final int LONGEST_SMS = 170;

  private static final Map<String, Set<String>> KNOWN_THEN =
      Map.of(
          "registration.confirmed", Set.of("legalUntil"),
          "registration.confirmed-commercial", Set.of("legalUntil", "commercialUntil"));

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    assertThat(placeholders("registration_" + language)).isEqualTo(placeholders("registration"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void areTranslated(String language) throws IOException {
    Properties english = load("registration");
    Properties translated = load("registration_" + language);
    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> key.endsWith(".text") || key.endsWith(".sms"))
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void existForEveryTemplateOfTheModelsAndForNoOther() throws IOException {
    Properties english = load("registration");
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
      strings = {
        "registration",
        "registration_sv",
        "registration_da",
        "registration_nb",
        "registration_pl"
      })
  void areShortOnASmallScreen(String bundle) throws IOException {
    Properties wordings = load(bundle);
    assertThat(wordings.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".sms"))
        .allSatisfy(
            key -> assertThat(wordings.getProperty(key)).hasSizeLessThanOrEqualTo(LONGEST_SMS));
  }

  @Test
  void nameOnlyFactsThatEveryRegistrationHasOrThatAreKnownByThen() throws IOException {
    placeholders("registration")
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

  /** Nobody is to think that a right depends on registering. */
  @ParameterizedTest
  @ValueSource(strings = {"received", "not-accepted", "cancelled"})
  void sayThatRightsByLawStayAsTheyAre(String template) throws IOException {
    assertThat(load("registration").getProperty("registration." + template + ".text"))
        .contains("rights by law");
  }

  /** A claim finds a purchase by the serial number only if the registration knows its order. */
  @Test
  void callForAReceiptWhereNoOrderIsKnown() throws IOException {
    Properties english = load("registration");
    for (String template : Set.of("confirmed", "confirmed-commercial")) {
      assertThat(english.getProperty("registration." + template + ".text"))
          .contains("{proof}")
          .doesNotContain("receipt");
    }
    assertThat(english.getProperty("registration.proof.ORDER")).contains("no receipt");
    assertThat(english.getProperty("registration.proof.RECEIPT")).contains("keep your receipt");
  }

  @Test
  void nameWhoDidIt() throws IOException {
    for (ProductRegistration.DoneBy doneBy : ProductRegistration.DoneBy.values()) {
      assertThat(load("registration")).containsKey("registration.fact.done-by." + doneBy);
    }
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
