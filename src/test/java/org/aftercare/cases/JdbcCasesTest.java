package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcCasesTest {

  private static final Instant MONDAY_TEN = Instant.parse("2026-11-02T10:00:00Z");

  private final MovableClock clock = new MovableClock(MONDAY_TEN);
  private final CasesDatabase database = new CasesDatabase(clock);
  private final Cases cases = database.cases;

  @Test
  void theCaseMayGoOnInAnotherFlow() {
    String number = database.openWarrantyCase("C-1").caseNumber();
    cases.startDeadline(number, "grading", Instant.parse("2026-12-24T12:00:00Z"));

    cases.flow(number, "product-return");

    assertThat(cases.find(number).orElseThrow().flow()).isEqualTo("product-return");
    assertThat(cases.deadlines(number))
        .as("the deadlines of the flow that it left")
        .allSatisfy(deadline -> assertThat(deadline.ended()).isNotNull());
  }

  @Test
  void theCountryMayTurnOutToBeAnother() {
    String number = database.openWarrantyCase("C-1").caseNumber();

    cases.country(number, "NO");

    assertThat(cases.find(number).orElseThrow().country()).isEqualTo("NO");
  }

  @Test
  void anOpenedCaseIsFoundAsItWasOpened() {
    ServiceCase opened = database.openWarrantyCase("C-1001");

    assertThat(opened)
        .isEqualTo(
            new ServiceCase(
                opened.caseNumber(),
                "warranty-claim",
                "C-1001",
                "SE",
                ServiceCase.Channel.API,
                ServiceCase.Status.OPEN,
                null,
                MONDAY_TEN,
                null));
    assertThat(cases.find(opened.caseNumber().toLowerCase().replace("-", " "))).contains(opened);
    assertThat(database.published)
        .containsExactly(
            new CaseOpened(
                opened.caseNumber(),
                "warranty-claim",
                opened.customerId(),
                "SE",
                ServiceCase.Channel.API,
                MONDAY_TEN));
  }

  @Test
  void anUnknownNumberFindsNothing() {
    assertThat(cases.find("W-2222-2222")).isEmpty();
    assertThat(cases.find("nonsense")).isEmpty();
    assertThatThrownBy(() -> cases.record("W-2222-2222", "case.human", Map.of()))
        .isInstanceOf(UnknownCaseException.class);
  }

  @Test
  void theTimelineKeepsOrderAndFacts() {
    String number = database.openWarrantyCase("C-1001").caseNumber();

    cases.record(number, "warranty.covered", Map.of("until", "2029-01-01"));
    clock.advance(Duration.ofHours(1));
    cases.record(number, "warranty.ready", Map.of());

    assertThat(cases.timeline(number))
        .containsExactly(
            new Cases.TimelineEntry(MONDAY_TEN, "case.opened", Map.of()),
            new Cases.TimelineEntry(MONDAY_TEN, "warranty.covered", Map.of("until", "2029-01-01")),
            new Cases.TimelineEntry(
                MONDAY_TEN.plus(Duration.ofHours(1)), "warranty.ready", Map.of()));
  }

  @Test
  void notesKeepWhatWasWritten() {
    String number = database.openWarrantyCase("C-1001").caseNumber();
    String text = "Det låter högt – \"klonk\" 🧊\nsedan tyst";

    cases.note(number, "klara", "decide-claim", text);
    cases.note(number, null, "human", "second");

    assertThat(cases.notes(number))
        .containsExactly(
            new Cases.Note(MONDAY_TEN, "klara", "decide-claim", text),
            new Cases.Note(MONDAY_TEN, null, "human", "second"));
  }

  @Test
  void whatIsTypedIntoATaskFormBecomesANote() {
    String number = database.openWarrantyCase("C-1001").caseNumber();

    new CaseTaskNotes(cases).keep(number, "decide-claim", "klara", "Seen it before");

    assertThat(cases.notes(number))
        .containsExactly(new Cases.Note(MONDAY_TEN, "klara", "decide-claim", "Seen it before"));
  }

  @Test
  void closesOnceAndForAll() {
    String number = database.openWarrantyCase("C-1001").caseNumber();
    cases.startDeadline(number, "repair", MONDAY_TEN.plus(Duration.ofDays(14)));
    database.published.clear();

    cases.close(number, "REPAIRED");
    clock.advance(Duration.ofHours(1));
    cases.close(number, "REFUNDED");
    cases.cancel(number);
    cases.status(number, ServiceCase.Status.WITH_PERSON);

    ServiceCase closed = cases.find(number).orElseThrow();
    assertThat(closed.status()).isEqualTo(ServiceCase.Status.CLOSED);
    assertThat(closed.outcome()).isEqualTo("REPAIRED");
    assertThat(closed.closedAt()).isEqualTo(MONDAY_TEN);
    assertThat(cases.timeline(number))
        .extracting(Cases.TimelineEntry::event)
        .containsExactly("case.opened", "case.closed");
    assertThat(cases.deadlines(number))
        .singleElement()
        .satisfies(deadline -> assertThat(deadline.ended()).isEqualTo(MONDAY_TEN));
    assertThat(database.published)
        .containsExactly(
            new CaseClosed(number, "warranty-claim", "REPAIRED", MONDAY_TEN, MONDAY_TEN));
  }

  @Test
  void theCustomerCanTakeItBack() {
    String number = database.openWarrantyCase("C-1001").caseNumber();

    cases.cancel(number);

    assertThat(cases.find(number).orElseThrow().status()).isEqualTo(ServiceCase.Status.CANCELLED);
    assertThat(cases.timeline(number))
        .extracting(Cases.TimelineEntry::event)
        .containsExactly("case.opened", "case.cancelled");
  }

  @Test
  void aCaseDoesNotEndByAStatus() {
    String number = database.openWarrantyCase("C-1001").caseNumber();

    assertThatThrownBy(() -> cases.status(number, ServiceCase.Status.CLOSED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(cases.find(number).orElseThrow().status()).isEqualTo(ServiceCase.Status.OPEN);
  }

  @Test
  void searchGivesPagesNewestFirst() {
    for (int i = 0; i < 5; i++) {
      database.openWarrantyCase("C-1001");
      clock.advance(Duration.ofMinutes(1));
    }
    String other = database.openWarrantyCase("C-1002").caseNumber();
    cases.status(other, ServiceCase.Status.WITH_PERSON);

    Cases.Page second = cases.search("C-1001", null, 1, 2);
    assertThat(second.total()).isEqualTo(5);
    assertThat(second.items())
        .extracting(ServiceCase::openedAt)
        .containsExactly(
            MONDAY_TEN.plus(Duration.ofMinutes(2)), MONDAY_TEN.plus(Duration.ofMinutes(1)));
    assertThat(cases.search(null, ServiceCase.Status.WITH_PERSON, 0, 10).items())
        .extracting(ServiceCase::caseNumber)
        .containsExactly(other);
    assertThat(cases.search("C-1001", ServiceCase.Status.WITH_PERSON, 0, 10).total()).isZero();
    assertThat(cases.search(null, null, 0, 10).total()).isEqualTo(6);
    assertThat(cases.search(null, null, 9, 10).items()).isEmpty();
  }

  @Test
  void writesJoinTheCallersTransaction() {
    String number = database.openWarrantyCase("C-1001").caseNumber();

    new TransactionTemplate(database.transactions)
        .executeWithoutResult(
            status -> {
              cases.record(number, "warranty.covered", Map.of());
              cases.note(number, "klara", "decide-claim", "gone");
              cases.close(number, "REPAIRED");
              status.setRollbackOnly();
            });

    assertThat(cases.timeline(number)).hasSize(1);
    assertThat(cases.notes(number)).isEmpty();
    assertThat(cases.find(number).orElseThrow().closedAt()).isNull();
  }
}
