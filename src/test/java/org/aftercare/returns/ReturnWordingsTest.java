package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.cases.CaseFacts.Fact;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.notifications.FactType;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ReturnGrading.Inspection;
import org.aftercare.returns.ReturnGrading.Payout;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every wording exists in every language, and names only what is known where it is told. */
class ReturnWordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final Pattern TEMPLATE =
      Pattern.compile("name=\"template\" value=\"(returns\\.[^\"]+)\"");
  private static final Set<String> TO_TEAMS = Set.of("returns.refund-due");

  /** Longer texts become two messages on most networks; with the ending that all share, three. */
  private static final int LONGEST_SMS = 170;

  /** Told before the order is known for sure. */
  private static final Set<String> BEFORE_THE_ORDER =
      Set.of(
          "returns.receipt", "returns.no-order", "returns.cancelled", "returns.closed-by-person");

  /** Variables of the process that are facts. */
  private static final Map<String, Set<String>> GIVEN_THEN =
      Map.of(
          "returns.closed", Set.of("outcome"),
          "returns.mishap", Set.of("mishap"),
          "returns.inspected", Set.of("payout"));

  private final ReturnDesk desk = new ReturnDesk();
  private final ReturnFlow flow =
      new ReturnFlow(desk.returns, desk.commitments, ReturnDesk.PROPERTIES);

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    assertThat(placeholders("returns_" + language)).isEqualTo(placeholders("returns"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void areTranslated(String language) throws IOException {
    Properties english = load("returns");
    Properties translated = load("returns_" + language);

    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> key.endsWith(".text") || key.endsWith(".sms"))
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void existForEveryTemplateOfTheModelsAndForNoOther() throws IOException {
    Set<String> worded =
        load("returns").stringPropertyNames().stream()
            .filter(key -> key.endsWith(".subject"))
            .map(key -> key.substring(0, key.length() - ".subject".length()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(worded).isEqualTo(templates());
  }

  @Test
  void tellCustomersBySmsTooAndShortly() throws IOException {
    for (String bundle :
        List.of("returns", "returns_sv", "returns_da", "returns_nb", "returns_pl")) {
      Properties wordings = load(bundle);
      for (String template : templates()) {
        assertThat(wordings).containsKey(template + ".text");
        if (!TO_TEAMS.contains(template)) {
          assertThat(wordings.getProperty(template + ".sms"))
              .as(bundle + " " + template)
              .isNotBlank()
              .hasSizeLessThanOrEqualTo(LONGEST_SMS);
        }
      }
    }
  }

  @Test
  void nameOnlyFactsThatAreKnownByThen() throws IOException {
    desk.company.down.add("orders");
    Set<String> unseen = flow.facts(desk.confirmedCase()).keySet();
    desk.company.down.clear();
    Set<String> seen = flow.facts(caseWithEverything()).keySet();

    placeholders("returns")
        .forEach(
            (key, names) -> {
              String template = key.replaceFirst("\\.(subject|text|sms)$", "");
              if (key.startsWith("returns.") && !template.equals(key)) {
                Set<String> known = new HashSet<>(Set.of("caseNumber"));
                known.addAll(BEFORE_THE_ORDER.contains(template) ? unseen : seen);
                known.addAll(GIVEN_THEN.getOrDefault(template, Set.of()));
                assertThat(known).as(key).containsAll(names);
              }
            });
  }

  @Test
  void everyFactIsDeclaredAsWhatTheFlowWrites() {
    Map<String, FactType> declared = new ReturnVocabulary().types();

    flow.facts(caseWithEverything())
        .forEach(
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

  @Test
  void putEveryCodeIntoWords() throws IOException {
    Properties wordings = load("returns");
    codes("right", ProductReturn.Right.values())
        .forEach(key -> assertThat(wordings).containsKey(key));
    codes("grade", Grade.values()).forEach(key -> assertThat(wordings).containsKey(key));
    codes("wish", ProductReturn.Wish.values())
        .forEach(key -> assertThat(wordings).containsKey(key));
    codes("payout", Payout.values()).forEach(key -> assertThat(wordings).containsKey(key));
    codes("fact.grade", Grade.values()).forEach(key -> assertThat(wordings).containsKey(key));
    codes("fact.reason", ProductReturn.Reason.values())
        .forEach(key -> assertThat(wordings).containsKey(key));
    codes("fact.sent", Proof.values()).forEach(key -> assertThat(wordings).containsKey(key));
  }

  private static Stream<String> codes(String fact, Enum<?>[] codes) {
    return Arrays.stream(codes).map(code -> "returns." + fact + "." + code);
  }

  @Test
  void labelEveryFactOfTheCaseTab() throws IOException {
    Properties wordings = load("returns");

    assertThat(new ReturnFacts(desk.returns).of(caseWithEverything()))
        .isNotEmpty()
        .extracting(Fact::label)
        .allSatisfy(label -> assertThat(wordings).containsKey(label));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "returns.refused",
        "returns.no-order",
        "returns.not-refunded",
        "returns.deduction"
      })
  void everyRefusalOffersAReviewByAPerson(String template) throws IOException {
    assertThat(load("returns").getProperty(template + ".text")).contains("person");
  }

  /** An amount is a promise: whoever approves it may still change it. */
  @ParameterizedTest
  @ValueSource(strings = {"returns.graded", "returns.mishap", "returns.inspected"})
  void whatIsToldBeforeTheApprovalNamesNoAmount(String template) throws IOException {
    assertThat(placeholders("returns"))
        .allSatisfy(
            (key, names) -> {
              if (key.startsWith(template + ".")) {
                assertThat(names).noneMatch(name -> name.endsWith("Amount"));
              }
            });
  }

  @Test
  void theEscalationHoldsForPoliciesToo() throws IOException {
    assertThat(load("returns").getProperty("returns.refund-due.text")).doesNotContain("law");
  }

  @Test
  void theReceiptHasDateTimeAndZone() throws IOException {
    for (String bundle :
        List.of("returns", "returns_sv", "returns_da", "returns_nb", "returns_pl")) {
      assertThat(load(bundle).getProperty("returns.receipt.text"))
          .contains("{noticeAt}", "{noticeAt,zone}", "{orderNumber}", "{caseNumber}");
    }
  }

  private String caseWithEverything() {
    String caseNumber = desk.confirmedCase();
    desk.transport.noteSending(caseNumber, Proof.SCANNED);
    Inspection found = new Inspection(Grade.C, "", 10, false, true, 0);
    desk.grading.receive(caseNumber, found);
    desk.grading.weigh(caseNumber, found);
    desk.grading.settle(caseNumber, Payout.DEDUCT, 10);
    for (Kind kind : Kind.values()) {
      desk.commitments.add(
          Commitment.of(caseNumber, kind, kind + "-1", FakeOffice.NOW)
              .withDetail("D-1")
              .worth(FakeCompany.money("690.00"))
              .expectedOn(LocalDate.of(2026, 11, 30)));
    }
    return caseNumber;
  }

  private static Set<String> templates() throws IOException {
    Set<String> templates = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
      for (Path model : files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
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
              .map((MatchResult result) -> result.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return found;
  }

  private static Properties load(String bundle) throws IOException {
    Properties properties = new Properties();
    properties.load(
        new InputStreamReader(
            new ClassPathResource("messages/" + bundle + ".properties").getInputStream(),
            StandardCharsets.UTF_8));
    return properties;
  }
}
