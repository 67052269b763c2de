package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.testing.WordingsTestBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wording exists in every language, and names only what is known where it is told. */
class DeferralWordingsTest extends WordingsTestBase {

  private static final String CASE = "D-1";
  private static final Set<String> GIVEN = Set.of("caseNumber", "invoiceNumber");

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
          Map.entry("deferral.dispute-nothing-left", with(INVOICE, "dispute")),
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

  DeferralWordingsTest() {
    super("deferral");
  }

  @Override
  protected boolean toCustomers(String template) {
    return !template.startsWith("deferral.team-");
  }

  /** One is told when a case closes, whichever way it does. */
  @Override
  protected Set<String> templates() {
    Set<String> all = new HashSet<>(super.templates());
    all.add("deferral.team-ended");
    return all;
  }

  private static Set<String> with(Set<String> facts, String one) {
    Set<String> all = new HashSet<>(facts);
    all.add(one);
    return all;
  }

  /** What the customer is told stands in the timeline too; the acknowledgement is the opening. */
  @Test
  void standInTheTimeline() {
    Properties english = words();
    assertThat(templates())
        .filteredOn(template -> !template.startsWith("deferral.team-"))
        .filteredOn(
            template ->
                !Set.of("deferral.received", "deferral.withdrawn", "deferral.closed-by-person")
                    .contains(template))
        .allSatisfy(template -> assertThat(english).containsKey("timeline." + template));
  }

  @Test
  void nameOnlyFactsThatEveryDeferralHasOrThatAreKnownByThen() {
    nameOnly(
        template -> {
          Set<String> known = new HashSet<>(GIVEN);
          known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
          return known;
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
    areDeclaredAsWritten(flow.facts(CASE), new DeferralVocabulary().types());
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
  void theCostIsNamedAsAFact(String template) {
    for (String language : languages()) {
      Properties wordings = words(language);
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
    for (String language : languages()) {
      assertThat(words(language).stringPropertyNames())
          .containsAll(codes.stream().map(code -> "timeline.offerCheck." + code).toList());
    }
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
  void everyRefusalOffersAReviewByAPerson(String template) {
    assertThat(words().getProperty(template + ".text")).contains("person");
  }

  @Test
  void nothingIsSaidOfAHoldBeforeBillingHasConfirmedOne() {
    for (String template : List.of("deferral.received", "deferral.provisional")) {
      assertThat(words().getProperty(template + ".text").toLowerCase())
          .doesNotContain("reminder", "held", "hold ", "approved");
    }
  }

  @Test
  void nothingIsSaidOfAHoldWhereADebtCollectorHasTheInvoice() {
    for (String template : List.of("deferral.in-collection", "deferral.stays-in-collection")) {
      for (String part : List.of(".subject", ".text", ".sms")) {
        assertThat(words().getProperty(template + part).toLowerCase())
            .doesNotContain("reminder", "held", "approved");
      }
    }
  }
}
