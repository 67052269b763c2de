package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.aftercare.cases.CaseFacts.Fact;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ReturnGrading.Inspection;
import org.aftercare.returns.ReturnGrading.Payout;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.aftercare.testing.WordingsTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wording exists in every language, and names only what is known where it is told. */
class ReturnWordingsTest extends WordingsTestBase {

  private static final Set<String> TO_TEAMS = Set.of("returns.refund-due");

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

  ReturnWordingsTest() {
    super("returns");
  }

  @Override
  protected boolean toCustomers(String template) {
    return !TO_TEAMS.contains(template);
  }

  @Test
  void nameOnlyFactsThatAreKnownByThen() {
    desk.company.down.add("orders");
    Set<String> unseen = flow.facts(desk.confirmedCase()).keySet();
    desk.company.down.clear();
    Set<String> seen = flow.facts(caseWithEverything()).keySet();

    nameOnly(
        template -> {
          Set<String> known = new HashSet<>(Set.of("caseNumber"));
          known.addAll(BEFORE_THE_ORDER.contains(template) ? unseen : seen);
          known.addAll(GIVEN_THEN.getOrDefault(template, Set.of()));
          return known;
        });
  }

  @Test
  void everyFactIsDeclaredAsWhatTheFlowWrites() {
    areDeclaredAsWritten(flow.facts(caseWithEverything()), new ReturnVocabulary().types());
  }

  @Test
  void putEveryCodeIntoWords() {
    Properties wordings = words();
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
  void labelEveryFactOfTheCaseTab() {
    Properties wordings = words();

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
  void everyRefusalOffersAReviewByAPerson(String template) {
    assertThat(words().getProperty(template + ".text")).contains("person");
  }

  /** An amount is a promise: whoever approves it may still change it. */
  @ParameterizedTest
  @ValueSource(strings = {"returns.graded", "returns.mishap", "returns.inspected"})
  void whatIsToldBeforeTheApprovalNamesNoAmount(String template) {
    for (String part : List.of(".subject", ".text", ".sms")) {
      assertThat(words().getProperty(template + part)).isNotBlank().doesNotContain("Amount");
    }
  }

  @Test
  void theEscalationHoldsForPoliciesToo() {
    assertThat(words().getProperty("returns.refund-due.text")).doesNotContain("law");
  }

  @Test
  void theReceiptHasDateTimeAndZone() {
    for (String language : languages()) {
      assertThat(words(language).getProperty("returns.receipt.text"))
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
}
