package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aftercare.cases.CasePartners.Role;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.WordingsTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wording exists in every language, and names only what is known where it is told. */
class WarrantyWordingsTest extends WordingsTestBase {

  private static final Set<String> GIVEN = Set.of("caseNumber", "name");

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

  WarrantyWordingsTest() {
    super("warranty");
  }

  @Override
  protected Set<String> templates() {
    return modelTemplates("warranty", "supplier", "shipper");
  }

  @Override
  protected boolean toCustomers(String template) {
    return template.startsWith("warranty.") && !template.equals("warranty.recall-reported");
  }

  @Test
  void nameOnlyFactsThatEveryClaimHasOrThatAreKnownByThen() {
    desk.company.down.add("crm");
    desk.company.down.add("orders");
    Set<String> always = flow.facts(desk.openCase()).keySet();

    nameOnly(
        template -> {
          Set<String> known = new HashSet<>(GIVEN);
          known.addAll(always);
          known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
          return known;
        });
  }

  @Test
  void aClaimWithEverythingHasEveryFact() {
    String caseNumber = caseWithEverything();
    Set<String> known = new HashSet<>(flow.facts(caseNumber).keySet());
    known.addAll(Set.of("decision", "outcome"));

    assertThat(known).containsAll(KNOWN_THEN.values().stream().flatMap(Set::stream).toList());
  }

  @Test
  void everyFactIsDeclaredAsWhatTheFlowWrites() {
    areDeclaredAsWritten(flow.facts(caseWithEverything()), new WarrantyVocabulary().types());
  }

  @ParameterizedTest
  @CsvSource({"SE", "NO", "DK", "PL", "DE", "OTHER"})
  void nameTheComplaintBoardOfEachCountry(String board) {
    assertThat(words().getProperty("warranty.complaintBoard." + board)).contains("www.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MISUSE", "NOTICE_TOO_LATE", "OUT_OF_PERIOD", "GOODWILL", "EVIDENCE_NEEDED"})
  void giveTheReasonOfEachRefusal(String decision) {
    assertThat(words()).containsKey("warranty.decision." + decision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"warranty.rejected", "warranty.no-proof", "warranty.rejected-serial"})
  void everyRefusalOffersAReviewByAPerson(String template) {
    assertThat(words().getProperty(template + ".text")).contains("person");
  }

  @ParameterizedTest
  @CsvSource({
    "supplier.part-order, SUPPLIER, kallex",
    "supplier.recovery, SUPPLIER, nordkyl",
    "shipper.delivery, SHIPPER, shipper"
  })
  void partnersGetTheirFieldsAndNothingOfTheCustomer(String template, Role role, String partner) {
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
}
