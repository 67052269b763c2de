package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.aftercare.cases.CasePartners.Role;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.notifications.FactType;
import org.aftercare.testing.FakeCompany;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every wording exists in every language, and names only what is known where it is told. */
class WarrantyWordingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
  private static final Pattern TEMPLATE =
      Pattern.compile("name=\"template\" value=\"((?:warranty|supplier|shipper)[^\"]+)\"");
  private static final Set<String> GIVEN = Set.of("caseNumber", "name");

  /** Longer texts become two messages on most networks; with the ending that all share, three. */
  private static final int LONGEST_SMS = 170;

  /** Facts that not every claim has, by the wordings that are told only when it has them. */
  private static final Map<String, Set<String>> KNOWN_THEN =
      Map.ofEntries(
          Map.entry("warranty.rejected", Set.of("decision")),
          Map.entry("warranty.complaint-board", Set.of("decision")),
          Map.entry("warranty.closed", Set.of("outcome")),
          Map.entry("warranty.rejected-serial", Set.of("orderNumber")),
          Map.entry("warranty.manufacturer", Set.of("orderNumber")),
          Map.entry("warranty.choose-remedy", Set.of("price")),
          Map.entry("warranty.refunded", Set.of("refundAmount")),
          Map.entry("warranty.account-needed", Set.of("refundAmount")),
          Map.entry("warranty.quote", Set.of("repairCost")),
          Map.entry("warranty.invoice", Set.of("invoiceNumber", "invoiceAmount", "invoiceDueOn")),
          Map.entry(
              "warranty.payment-reminder",
              Set.of("invoiceNumber", "invoiceAmount", "invoiceDueOn")),
          Map.entry("warranty.repair-not-paid", Set.of("invoiceNumber", "invoiceAmount")),
          Map.entry("warranty.repair-credited", Set.of("invoiceNumber", "invoiceAmount")),
          Map.entry("warranty.part-ordered", Set.of("expectedOn")),
          Map.entry("warranty.part-delayed", Set.of("expectedOn")),
          Map.entry("warranty.appointment", Set.of("visitStart", "visitEnd")),
          Map.entry("warranty.appointment-moved", Set.of("visitStart", "visitEnd")),
          Map.entry("warranty.pick-up", Set.of("pickUpTracking")),
          Map.entry("warranty.ready", Set.of("returnTracking")),
          Map.entry("warranty.dispatched", Set.of("deliveryTracking")),
          Map.entry("warranty.loaner-sent", Set.of("loanerTracking")));

  private final FakeDesk desk = new FakeDesk();
  private final WarrantyFlow flow = new WarrantyFlow(desk.claims, desk.commitments, desk.clock);

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void sayTheSameInEveryLanguage(String language) throws IOException {
    assertThat(placeholders("warranty_" + language)).isEqualTo(placeholders("warranty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "nb", "pl"})
  void areTranslated(String language) throws IOException {
    Properties english = load("warranty");
    Properties translated = load("warranty_" + language);

    assertThat(translated.stringPropertyNames())
        .allSatisfy(key -> assertThat(translated.getProperty(key)).isNotBlank())
        .filteredOn(key -> key.endsWith(".text") || key.endsWith(".sms"))
        .filteredOn(key -> translated.getProperty(key).equals(english.getProperty(key)))
        .isEmpty();
  }

  @Test
  void existForEveryTemplateOfTheModelsAndForNoOther() throws IOException {
    Set<String> worded =
        load("warranty").stringPropertyNames().stream()
            .filter(key -> key.endsWith(".subject"))
            .map(key -> key.substring(0, key.length() - ".subject".length()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(worded).isEqualTo(templates());
  }

  @Test
  void tellCustomersBySmsToo() throws IOException {
    Properties english = load("warranty");

    for (String template : templates()) {
      assertThat(english).containsKey(template + ".text");
      if (template.startsWith("warranty.") && !template.equals("warranty.recall-reported")) {
        assertThat(english).containsKey(template + ".sms");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"warranty", "warranty_sv", "warranty_da", "warranty_nb", "warranty_pl"})
  void areShortOnASmallScreen(String bundle) throws IOException {
    Properties wordings = load(bundle);

    assertThat(wordings.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".sms"))
        .allSatisfy(
            key -> assertThat(wordings.getProperty(key)).hasSizeLessThanOrEqualTo(LONGEST_SMS));
  }

  @Test
  void nameOnlyFactsThatEveryClaimHasOrThatAreKnownByThen() throws IOException {
    desk.company.down.add("crm");
    desk.company.down.add("orders");
    Set<String> always = flow.facts(desk.openCase()).keySet();

    placeholders("warranty")
        .forEach(
            (key, names) -> {
              String template = key.replaceFirst("\\.(subject|text|sms)$", "");
              if (key.startsWith("warranty.") && !template.equals(key)) {
                Set<String> known = new HashSet<>(GIVEN);
                known.addAll(always);
                known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
                assertThat(known).as(key).containsAll(names);
              }
            });
  }

  @Test
  void aClaimWithEverythingHasEveryFact() throws IOException {
    String caseNumber = caseWithEverything();
    Set<String> known = new HashSet<>(flow.facts(caseNumber).keySet());
    known.addAll(Set.of("decision", "outcome"));

    assertThat(known).containsAll(KNOWN_THEN.values().stream().flatMap(Set::stream).toList());
  }

  @Test
  void everyFactIsDeclaredAsWhatTheFlowWrites() {
    Map<String, FactType> declared = new WarrantyVocabulary().types();

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

  @ParameterizedTest
  @CsvSource({"SE", "NO", "DK", "PL", "DE", "OTHER"})
  void nameTheComplaintBoardOfEachCountry(String board) throws IOException {
    assertThat(load("warranty").getProperty("warranty.complaintBoard." + board)).contains("www.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MISUSE", "NOTICE_TOO_LATE", "OUT_OF_PERIOD", "GOODWILL", "EVIDENCE_NEEDED"})
  void giveTheReasonOfEachRefusal(String decision) throws IOException {
    assertThat(load("warranty")).containsKey("warranty.decision." + decision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"warranty.rejected", "warranty.no-proof", "warranty.rejected-serial"})
  void everyRefusalOffersAReviewByAPerson(String template) throws IOException {
    assertThat(load("warranty").getProperty(template + ".text")).contains("person");
  }

  @ParameterizedTest
  @CsvSource({
    "supplier.part-order, SUPPLIER, kallex",
    "supplier.recovery, SUPPLIER, nordkyl",
    "shipper.delivery, SHIPPER, shipper"
  })
  void partnersGetTheirFieldsAndNothingOfTheCustomer(String template, Role role, String partner)
      throws IOException {
    String caseNumber = caseWithEverything();
    WarrantyPartners partners =
        new WarrantyPartners(
            desk.claims, desk.commitments, new WarrantyProperties("SE", "shipper"));

    assertThat(partners.partner(caseNumber, role, template)).isEqualTo(partner);
    assertThat(partners.fields(caseNumber, template).values())
        .noneMatch(text -> text.contains("Astrid") || text.contains("@") || text.contains("hums"));
  }

  @Test
  void anAppointmentThatIsOverIsToldNobody() {
    String caseNumber = caseWithEverything();
    assertThat(flow.facts(caseNumber)).containsKey("visitStart");

    desk.now = Instant.parse("2026-11-23T09:00:00Z");

    assertThat(flow.facts(caseNumber)).doesNotContainKey("visitStart");
  }

  @Test
  void cancellingEndsWhenGoodsOrMoneyAreOnTheirWay() {
    for (Kind kind : Kind.values()) {
      String caseNumber = desk.openCase();
      assertThat(flow.mayCancel(caseNumber)).isTrue();
      desk.commitments.add(Commitment.of(caseNumber, kind, "X", desk.now));

      assertThat(flow.mayCancel(caseNumber))
          .as(kind.name())
          .isEqualTo(
              Set.of(
                      Kind.PART,
                      Kind.VISIT,
                      Kind.PICK_UP,
                      Kind.REPLACEMENT,
                      Kind.EXTENSION,
                      Kind.RECOVERY,
                      Kind.LABEL,
                      Kind.CARRIER_CLAIM,
                      Kind.RESTOCKING)
                  .contains(kind));
    }
  }

  @Test
  void cancellingEndsWhenTheCarrierHasFetchedTheItem() {
    String caseNumber = desk.openCase();

    desk.commitments.add(Commitment.of(caseNumber, Kind.PICK_UP, "X", desk.now).leftAt(desk.now));

    assertThat(flow.mayCancel(caseNumber)).isFalse();
  }

  private String caseWithEverything() {
    String caseNumber = desk.openEstimatedCase();
    for (Kind kind : Kind.values()) {
      desk.commitments.add(
          Commitment.of(caseNumber, kind, kind + "-1", desk.now)
              .withDetail("D-1")
              .expectedOn(FakeDesk.TODAY.plusDays(3))
              .between(Instant.parse("2026-11-23T07:00:00Z"), Instant.parse("2026-11-23T09:00:00Z"))
              .worth(FakeCompany.money("10.00")));
    }
    return caseNumber;
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
