package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.notifications.FactType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every wording exists in every language, and names only what is known where it is told. */
class DeferralWordingsTest {

  private static final String CASE = "D-1";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final Pattern TEMPLATE =
      Pattern.compile("name=\"template\" value=\"(deferral[^\"]+)\"");
  private static final Set<String> GIVEN = Set.of("caseNumber", "invoiceNumber");

  /** Longer texts become two messages on most networks; with the ending that all share, three. */
  private static final int LONGEST_SMS = 170;

  private static final Set<String> INVOICE = Set.of("balance", "dueOn");
  private static final Set<String> ONE_DATE =
      Set.of("balance", "dueOn", "newDueOn", "cost", "fee", "interestPercent");
  private static final Set<String> PLAN =
      Set.of(
          "balance",
          "dueOn",
          "newDueOn",
          "cost",
          "fee",
          "interestPercent",
          "instalments",
          "instalmentDays",
          "firstAmount",
          "firstDueOn",
          "lastAmount");

  /** Facts that not every deferral has, by the wordings that are told only when it has them. */
  private static final Map<String, Set<String>> KNOWN_THEN =
      Map.ofEntries(
          Map.entry("deferral.refused", with(INVOICE, "finding")),
          Map.entry("deferral.review-upheld", with(INVOICE, "finding")),
          Map.entry("deferral.hardship", with(INVOICE, "finding")),
          Map.entry("deferral.referred", with(INVOICE, "finding")),
          Map.entry("deferral.in-collection", with(INVOICE, "finding")),
          Map.entry("deferral.dispute-settled", with(INVOICE, "dispute")),
          Map.entry("deferral.dispute-agreed", with(INVOICE, "dispute")),
          Map.entry("deferral.not-agreed", with(INVOICE, "referralEnd")),
          Map.entry("deferral.offer", ONE_DATE),
          Map.entry("deferral.offer-plan", PLAN),
          Map.entry("deferral.collection-sent", INVOICE),
          Map.entry("deferral.confirmed", ONE_DATE),
          Map.entry("deferral.confirmed-plan", PLAN),
          Map.entry("deferral.team-agreed", with(ONE_DATE, "instalments")),
          Map.entry("deferral.team-unpaid", INVOICE),
          Map.entry("deferral.reminder", Set.of("nextAmount", "nextDueOn")),
          Map.entry("deferral.partly-paid", Set.of("balance", "nextAmount", "nextDueOn")),
          Map.entry("deferral.unpaid", Set.of("balance", "nextDueOn")));

  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final DeferralRules rules = mock(DeferralRules.class);
  private final DeferralFlow flow = new DeferralFlow(deferrals, rules);

  @BeforeEach
  void itCostsNothing() {
    costs("0", "0");
  }

  private void costs(String fee, String interestPercent) {
    when(rules.terms(any(), any()))
        .thenReturn(
            new DeferralTerms(
                14,
                30,
                12,
                "SEK",
                new BigDecimal("15000"),
                50,
                3,
                new BigDecimal(fee),
                new BigDecimal(interestPercent),
                BigDecimal.ZERO));
  }

  private static Set<String> with(Set<String> facts, String one) {
    Set<String> all = new HashSet<>(facts);
    all.add(one);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    assertThat(placeholders("deferral_" + language)).isEqualTo(placeholders("deferral"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void areTranslated(String language) throws IOException {
    Properties english = load("deferral");
    Properties translated = load("deferral_" + language);
    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> key.endsWith(".text") || key.endsWith(".sms"))
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void existForEveryTemplateOfTheModelsAndForNoOther() throws IOException {
    Set<String> worded =
        load("deferral").stringPropertyNames().stream()
            .filter(key -> key.endsWith(".subject"))
            .map(key -> key.substring(0, key.length() - ".subject".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(worded).isEqualTo(templates());
  }

  @Test
  void tellCustomersBySmsToo() throws IOException {
    Properties english = load("deferral");
    for (String template : templates()) {
      assertThat(english).containsKey(template + ".text");
      assertThat(english.containsKey(template + ".sms"))
          .as(template)
          .isEqualTo(!template.startsWith("deferral.team-"));
    }
  }

  /** What the customer is told stands in the timeline too; the acknowledgement is the opening. */
  @Test
  void standInTheTimeline() throws IOException {
    Properties english = load("deferral");
    assertThat(templates())
        .filteredOn(template -> !template.startsWith("deferral.team-"))
        .filteredOn(
            template ->
                !Set.of("deferral.received", "deferral.withdrawn", "deferral.closed-by-person")
                    .contains(template))
        .allSatisfy(template -> assertThat(english).containsKey("timeline." + template));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deferral", "deferral_sv", "deferral_da", "deferral_nb", "deferral_pl"})
  void areShortOnASmallScreen(String bundle) throws IOException {
    Properties wordings = load(bundle);
    assertThat(wordings.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".sms"))
        .allSatisfy(
            key -> assertThat(wordings.getProperty(key)).hasSizeLessThanOrEqualTo(LONGEST_SMS));
  }

  @Test
  void nameOnlyFactsThatEveryDeferralHasOrThatAreKnownByThen() throws IOException {
    placeholders("deferral")
        .forEach(
            (key, names) -> {
              String template = key.replaceFirst("\\.(subject|text|sms)$", "");
              if (key.startsWith("deferral.") && !template.equals(key)) {
                Set<String> known = new HashSet<>(GIVEN);
                known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
                assertThat(known).as(key).containsAll(names);
              }
            });
  }

  @Test
  void aPlanHasEveryFact() {
    deferrals.add(
        DeferralExamples.deferral(CASE, new Wish(null, 3, Circumstance.NONE))
            .with(Agreement.inParts(DeferralExamples.DUE, DeferralExamples.BALANCE, 3, 50)));
    Set<String> known = new HashSet<>(flow.facts(CASE).keySet());
    known.addAll(Set.of("finding", "dispute", "referralEnd"));

    assertThat(known).containsAll(KNOWN_THEN.values().stream().flatMap(Set::stream).toList());
  }

  @Test
  void everyFactIsDeclaredAsWhatTheFlowWrites() {
    deferrals.add(
        DeferralExamples.deferral(CASE, new Wish(null, 3, Circumstance.NONE))
            .with(Agreement.inParts(DeferralExamples.DUE, DeferralExamples.BALANCE, 3, 50)));
    Map<String, FactType> declared = new DeferralVocabulary().types();

    flow.facts(CASE)
        .forEach(
            (fact, value) -> {
              FactType type = declared.getOrDefault(fact, FactType.TEXT);
              FactType written = type == FactType.CODE ? FactType.TEXT : type;
              assertThat(looksLike(value)).as(fact).isEqualTo(written);
            });
  }

  @ParameterizedTest
  @CsvSource({"0, 0, NOTHING", "0.00, 0.0, NOTHING", "170, 0, CHARGED", "0, 4.5, CHARGED"})
  void theCostIsWhatTheTermsSay(String fee, String interestPercent, String cost) {
    costs(fee, interestPercent);
    deferrals.add(
        DeferralExamples.deferral(CASE, new Wish(null, 0, Circumstance.NONE))
            .with(Agreement.on(DeferralExamples.DUE.plusDays(9), DeferralExamples.BALANCE)));

    assertThat(flow.facts(CASE))
        .containsEntry("cost", cost)
        .containsEntry("fee", fee + " SEK")
        .containsEntry("interestPercent", interestPercent);
  }

  /** What it costs follows the tables, so no wording may say it by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"offer", "offer-plan", "confirmed", "confirmed-plan"})
  void theCostIsNamedAsAFact(String template) throws IOException {
    for (String language : List.of("", "_sv", "_da", "_nb", "_pl")) {
      Properties wordings = load("deferral" + language);
      assertThat(wordings.getProperty("deferral." + template + ".text"))
          .contains("{fee}", "{interestPercent} %");
      assertThat(wordings.getProperty("deferral." + template + ".sms")).contains("{cost}");
    }
  }

  /** A person reads why a decision came back. */
  @Test
  void everyReasonThatTheTermsGiveIsWorded() throws IOException {
    Set<String> codes =
        Pattern.compile("\"([A-Z_]+)\"")
            .matcher(
                Files.readString(Path.of("bpmn/deferral/deferral-terms.dmn"))
                    .replaceAll(
                        "(?s).*DeferralOfferOutput\\w+Values[^>]*>\\s*<text>([^<]*).*", "$1"))
            .results()
            .map(result -> result.group(1))
            .filter(code -> !code.equals("WITHIN"))
            .collect(Collectors.toSet());

    assertThat(codes).hasSize(6);
    for (String language : List.of("", "_sv", "_da", "_nb", "_pl")) {
      assertThat(load("deferral" + language).stringPropertyNames())
          .containsAll(codes.stream().map(code -> "timeline.offerCheck." + code).toList());
    }
  }

  private static FactType looksLike(String value) {
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return FactType.DATE;
    }
    return value.matches("[\\d.]+ [A-Z]{3}") ? FactType.AMOUNT : FactType.TEXT;
  }

  @Test
  void aRequestThatIsNotReadYetHasOnlyItsNumber() {
    PaymentDeferral read =
        DeferralExamples.deferral(CASE, new Wish(null, 0, Circumstance.HARDSHIP));
    deferrals.add(
        new PaymentDeferral(
            CASE,
            read.customerId(),
            "SE",
            "I-1",
            read.requestedOn(),
            read.wish(),
            null,
            null,
            null));

    assertThat(flow.facts(CASE)).containsOnlyKeys("invoiceNumber", "circumstance");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deferral.refused",
        "deferral.not-agreed",
        "deferral.stays-in-collection",
        "deferral.unknown-invoice"
      })
  void everyRefusalOffersAReviewByAPerson(String template) throws IOException {
    assertThat(load("deferral").getProperty(template + ".text")).contains("person");
  }

  @Test
  void nothingIsSaidOfAHoldBeforeBillingHasConfirmedOne() throws IOException {
    for (String template : List.of("deferral.received", "deferral.provisional")) {
      assertThat(load("deferral").getProperty(template + ".text").toLowerCase())
          .doesNotContain("reminder", "held", "hold ", "approved");
    }
  }

  @Test
  void nothingIsSaidOfAHoldWhereADebtCollectorHasTheInvoice() throws IOException {
    for (String template : List.of("deferral.in-collection", "deferral.stays-in-collection")) {
      for (String part : List.of(".subject", ".text", ".sms")) {
        assertThat(load("deferral").getProperty(template + part).toLowerCase())
            .doesNotContain("reminder", "held", "approved");
      }
    }
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
