package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.deferral.Agreement.Progress;
import org.aftercare.deferral.AgreementReview.Standing;
import org.aftercare.deferral.DeferralOffers.Offer;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.deferral.PaymentDeferrals.Reading;
import org.aftercare.engine.StepKey;
import org.aftercare.notifications.Recipient;
import org.aftercare.systems.Money;
import org.aftercare.systems.PassingFaultException;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.CaseFlowTestBase;
import org.aftercare.testing.FlowTest;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * The whole deferral and all that it calls: real engine, models, tables and delegates; mocked use
 * cases. The test runs the jobs itself, so it decides what happens when.
 */
@FlowTest(DeferralProcessTestApplication.class)
class DeferralProcessTest extends CaseFlowTestBase {

  private static final Set<String> MODELS =
      Set.of(
          "payment-deferral",
          "deferral-decision",
          "deferral-reading",
          "deferral-hold",
          "deferral-provisional",
          "deferral-refusal",
          "deferral-referral",
          "deferral-dispute",
          "deferral-booking",
          "deferral-payment",
          "deferral-release");
  private static final LocalDate DUE = LocalDate.of(2026, 12, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Money BALANCE = new Money(new BigDecimal("1249.00"), "SEK");
  private static final Considerations FINE =
      new Considerations(
          "SE",
          TODAY,
          "OPEN",
          Circumstance.NONE,
          false,
          false,
          false,
          15,
          false,
          0,
          0,
          14,
          0,
          0,
          "SEK",
          1249,
          14);

  @MockitoBean PaymentDeferrals deferrals;
  @MockitoBean DeferralBooking booking;
  @MockitoBean DeferralOffers offers;
  @MockitoBean AgreementReview review;
  @MockitoBean Deferrals store;

  private final List<String> calls = new ArrayList<>();
  private String caseNumber;
  private PaymentDeferral deferral;

  DeferralProcessTest() {
    super("D", DeferralProcess.KEY);
  }

  @BeforeEach
  void everythingGoesWell() {
    calls.clear();
    clock.set(Instant.parse("2026-11-16T09:00:00Z"));
    caseNumber = caseNumber();
    deferral =
        DeferralExamples.deferral(caseNumber, new Wish(DUE.plusDays(14), 0, Circumstance.NONE))
            .with(Agreement.on(DUE.plusDays(14), BALANCE));
    when(store.require(anyString())).thenAnswer(call -> deferral);
    doAnswer(
            call -> {
              deferral = call.getArgument(0);
              return null;
            })
        .when(store)
        .change(any());
    when(deferrals.read(anyString())).thenReturn(Reading.FOUND);
    decideOn(FINE);
    when(booking.hold(any(), anyString()))
        .thenAnswer(
            call -> {
              calls.add("hold");
              return HoldAnswer.HELD;
            });
    when(booking.holds(anyString())).thenAnswer(call -> calls.contains("hold"));
    doAnswer(
            call -> {
              calls.add("release");
              return null;
            })
        .when(booking)
        .release(any(), anyString());
    when(booking.stopCollection(any(), anyString())).thenReturn(true);
    when(booking.changeDueDate(any(), anyString())).thenReturn(true);
    when(booking.planInstalments(any(), anyString())).thenReturn(true);
    when(booking.readBalance(anyString(), anyBoolean())).thenReturn(Progress.ON_TRACK);
    when(offers.agreeAsWished(anyString())).thenReturn(Agreement.Kind.DATE);
    when(review.review(anyString())).thenReturn(Standing.STANDS);
    grants(14, 0, Agreement.Kind.DATE);
  }

  @AfterAll
  void everyElementWasEntered() {
    everyElementWasEntered(MODELS.toArray(String[]::new));
  }

  @Test
  void approvedRemindedAndPaid() {
    start(true);

    assertThat(told)
        .as("told of the approval only once billing has confirmed the hold and the date")
        .containsExactly(
            "deferral.received",
            "deferral.confirmed",
            "deferral.team-agreed",
            "deferral.team-agreed");
    verify(deferrals, never()).read(anyString());
    verify(review, never()).review(anyString());
    waitsAt("AwaitPayment");
    assertThat(dueDate("ReminderDue")).isEqualTo(Instant.parse("2026-12-21T09:00:00Z"));
    assertThat(dueDate("PaymentOverdue"))
        .as("Christmas and a weekend: the next business day is the 28th")
        .isEqualTo(Instant.parse("2026-12-28T23:00:00Z"));

    timeIsUp("ReminderDue");
    assertThat(told).endsWith("deferral.reminder");
    verify(booking).noteReminder(caseNumber);

    message("InvoicePaid", Map.of());
    assertThat(told).contains("deferral.paid").endsWith("case.survey");
    assertThat(calls).containsExactly("hold", "release");
    verify(cases).close(caseNumber, "PAID");
    message("SurveyAnswered", Map.of());
    endedAt("PaidEarly");
  }

  @Test
  void nobodyIsToldOfAnApprovalBeforeBillingHasConfirmedTheHold() {
    begin(true);
    runUntil("HoldDunning");
    assertThat(told).containsExactly("deferral.received");

    when(booking.hold(any(), anyString())).thenThrow(new IllegalStateException("billing is away"));
    Job hold = savepoint("HoldDunning");
    try {
      management.executeJob(hold.getId());
    } catch (RuntimeException failed) {
      assertThat(failed).hasMessageContaining("billing is away");
    }

    assertThat(told).containsExactly("deferral.received");
    verify(booking, never()).changeDueDate(any(), anyString());
  }

  @Test
  void aBillingSystemThatDoesNotAnswerIsAskedAgain() {
    when(deferrals.read(anyString()))
        .thenReturn(Reading.NO_ANSWER, Reading.NO_ANSWER, Reading.FOUND);
    start(false);

    assertThat(told)
        .as("what is true: received, not decided, collections asked to hold by hand")
        .containsExactly("deferral.received", "deferral.provisional", "deferral.team-provisional");
    verify(booking, never()).hold(any(), anyString());

    timeIsUp("BillingRetry");
    assertThat(told).as("said once").hasSize(3);
    timeIsUp("BillingRetry");
    assertThat(told).contains("deferral.confirmed");
    waitsAt("AwaitPayment");
  }

  @Test
  void aHoldThatBillingDoesNotAnswerIsPlacedWhenItIsBackAndNothingIsConfirmedBefore() {
    billingAnswersNoHoldAtFirst();
    begin(true);
    runUntil("HoldDunning");
    assertThatThrownBy(this::run).isInstanceOf(SystemUnavailableException.class);
    assertThat(told).containsExactly("deferral.received");

    itTakesLong();
    assertThat(told)
        .containsExactly("deferral.received", "deferral.provisional", "deferral.team-provisional");
    verify(booking, never()).changeDueDate(any(), anyString());
    assertThat(savepoint("HoldDunning").getRetries()).as("for a week").isGreaterThan(20_000);

    run();
    assertThat(told).contains("deferral.confirmed");
    verify(review).review(caseNumber);
    ArgumentCaptor<StepKey> keys = ArgumentCaptor.forClass(StepKey.class);
    verify(booking, times(2)).hold(keys.capture(), eq(caseNumber));
    assertThat(keys.getAllValues()).as("one and the same effect").containsOnly(keys.getValue());
    waitsAt("AwaitPayment");
  }

  @Test
  void billingThatIsAwayTwiceIsSpokenOfOnce() {
    when(deferrals.read(anyString())).thenReturn(Reading.NO_ANSWER, Reading.FOUND);
    billingAnswersNoHoldAtFirst();
    start(false);
    assertThatThrownBy(() -> timeIsUp("BillingRetry"))
        .isInstanceOf(SystemUnavailableException.class);
    itTakesLong();
    run();

    assertThat(told).contains("deferral.confirmed").containsOnlyOnce("deferral.provisional");
  }

  private void billingAnswersNoHoldAtFirst() {
    when(booking.hold(any(), anyString()))
        .thenThrow(new PassingFaultException("billing", "is away", null))
        .thenReturn(HoldAnswer.HELD);
  }

  @Test
  void aHoldWhoseFaultDoesNotPassIsSoonWithOperations() {
    when(booking.hold(any(), anyString()))
        .thenThrow(new SystemUnavailableException("billing", "answered with status 401", null));
    begin(true);
    runUntil("HoldDunning");
    assertThatThrownBy(this::run).isInstanceOf(SystemUnavailableException.class);
    assertThat(savepoint("HoldDunning").getRetries()).as("as with every step").isEqualTo(3);

    while (savepoint("HoldDunning").getRetries() > 0) {
      assertThatThrownBy(this::run).isInstanceOf(SystemUnavailableException.class);
    }
    verify(booking, times(4)).hold(any(), anyString());
  }

  @Test
  void aPersonCaresForAHoldThatBillingDoesNotAnswerWithinABusinessHour() {
    billingAnswersNoHoldAtFirst();
    begin(true);
    runUntil("HoldDunning");
    assertThatThrownBy(this::run).isInstanceOf(SystemUnavailableException.class);
    itTakesLong();
    verify(cases).startDeadline(eq(caseNumber), eq("referral"), any());
    fire("HoldUnanswered");
    complete("CareByHand", "collections", Map.of("byHand", "WAITS"));

    verify(cases).endDeadline(caseNumber, "referral");
    assertThat(told).contains("deferral.confirmed");
    waitsAt("AwaitPayment");
  }

  @Test
  void whoCaresForAHoldNeedsNotWhenBillingIsBack() {
    billingAnswersNoHoldAtFirst();
    begin(true);
    runUntil("HoldDunning");
    assertThatThrownBy(this::run).isInstanceOf(SystemUnavailableException.class);
    fire("HoldUnanswered");
    assertThat(task("CareByHand")).isNotNull();
    run();

    assertThat(tasks.createTaskQuery().taskDefinitionKey("CareByHand").count()).isZero();
    assertThat(told).contains("deferral.confirmed");
    waitsAt("AwaitPayment");
  }

  @Test
  void aPersonCaresForARequestWhoseInvoiceCannotBeReadAndItGoesOnWhenItCan() {
    when(deferrals.read(anyString()))
        .thenReturn(Reading.NO_ANSWER, Reading.NO_ANSWER, Reading.FOUND);
    start(false);
    verify(cases).startDeadline(caseNumber, "referral", Instant.parse("2026-11-17T16:00:00Z"));
    timeIsUp("InvoiceUnread");
    complete("CareByHand", "collections", Map.of("byHand", "NOT_REACHED"));
    timeIsUp("BillingRetry");
    verify(cases, never()).endDeadline(caseNumber, "referral");
    timeIsUp("BillingRetry");

    verify(cases, times(2)).endDeadline(caseNumber, "referral");
    assertThat(told).contains("deferral.confirmed");
    waitsAt("AwaitPayment");
  }

  @Test
  void whoCaresForAnUnreadInvoiceNeedsNotWhenBillingIsBack() {
    when(deferrals.read(anyString())).thenReturn(Reading.NO_ANSWER, Reading.FOUND);
    start(false);
    timeIsUp("InvoiceUnread");
    assertThat(task("CareByHand")).isNotNull();
    timeIsUp("BillingRetry");

    assertThat(tasks.createTaskQuery().taskDefinitionKey("CareByHand").count()).isZero();
    assertThat(told).contains("deferral.confirmed");
  }

  @Test
  void anInvoiceThatCannotBeReadForAnotherReasonIsAFailedStep() {
    when(deferrals.read(anyString()))
        .thenThrow(new SystemUnavailableException("billing", "broke its contract", null));
    begin(false);
    runUntil("ReadInvoice");

    assertThatThrownBy(this::run).isInstanceOf(SystemUnavailableException.class);
    assertThat(savepoint("ReadInvoice").getRetries()).isEqualTo(3);
    assertThat(management.createJobQuery().timers().activityId("InvoiceUnread").count())
        .as("a person hears of it all the same")
        .isOne();
  }

  private void itTakesLong() {
    fire("HoldTakesLong");
  }

  /** The timer alone: what waits for billing goes on waiting. */
  private void fire(String timer) {
    management.executeJob(
        management.createJobQuery().timers().activityId(timer).singleResult().getId());
  }

  @Test
  void anInvoiceThatDoesNotExistEndsTheCase() {
    when(deferrals.read(anyString())).thenReturn(Reading.UNKNOWN);
    start(false);

    assertThat(told).containsExactly("deferral.received", "deferral.unknown-invoice");
    verify(cases).close(caseNumber, "UNKNOWN_INVOICE");
    endedAt("DeferralClosed");
  }

  @Test
  void whatIsPaidIsNotDeferred() {
    decideOn(with("status", "PAID"));
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.nothing-due");
    verify(cases).close(caseNumber, "NOTHING_DUE");
    verify(booking, never()).hold(any(), anyString());
    endedAt("DeferralClosed");
  }

  @Test
  void aRefusalStandsAfterFourteenDaysOfSilence() {
    decideOn(with("inCollection", true));
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.refused");
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    timeIsUp("AppealOverdue");
    verify(cases).close(caseNumber, "REFUSED");
    verify(booking, never()).hold(any(), anyString());
    timeIsUp("SurveyOverdue");
    endedAt("DeferralClosed");
  }

  @Test
  void aPersonUpholdsARefusal() {
    decideOn(with("pastDue", true));
    start(true);
    message("AppealLodged", Map.of());
    complete("ReviewRefusal", "finance", Map.of("review", "UPHELD"));

    assertThat(told).contains("deferral.review-upheld");
    verify(cases).close(caseNumber, "REFUSED");
  }

  @Test
  void aPersonOverturnsARefusalAndAnotherDecides() {
    decideOn(with("deferredBefore", true));
    start(true);
    message("AppealLodged", Map.of());
    complete("ReviewRefusal", "finance", Map.of("review", "OVERTURNED"));

    assertThat(calls).containsExactly("hold");
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));
    assertThat(told).contains("deferral.referred", "deferral.confirmed");
  }

  @ParameterizedTest
  @CsvSource({"STANDS", "CORRECTED", "CANCELLED"})
  void aDisputedInvoiceIsHeldAndSettledByAPerson(String result) {
    decideOn(with("disputed", true));
    start(true);

    assertThat(calls).containsExactly("hold");
    assertThat(told)
        .containsExactly("deferral.received", "deferral.disputed", "deferral.team-dispute");
    complete("SettleDispute", "finance", Map.of("dispute", result));

    assertThat(told).contains("deferral.dispute-settled");
    if (!result.equals("CANCELLED")) {
      assertThat(calls).as("held for the week that is promised").containsExactly("hold");
      assertThat(dueDate("GraceOver"))
          .as("what is paid on the seventh day, the 23rd, takes a business day to arrive")
          .isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
      timeIsUp("GraceOver");
    }
    assertThat(calls).containsExactly("hold", "release");
    verify(cases).close(caseNumber, "DISPUTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HARDSHIP", "DEATH", "INSOLVENCY"})
  void hardshipDeathAndInsolvencyGoToAPerson(Circumstance circumstance) {
    decideOn(with("circumstance", circumstance));
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.hardship");
    assertThat(calls).as("held before anything is said").containsExactly("hold");
    complete("DecideReferral", "collections", Map.of("referral", "REFUSED"));
    assertThat(told).contains("deferral.not-agreed");
    verify(cases).close(caseNumber, "REFUSED");
    assertThat(calls).containsExactly("hold", "release");
  }

  @Test
  void aCompanyGoesToAPersonWhoApproves() {
    decideOn(with("business", true));
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.referred");
    verify(cases).startDeadline(eq(caseNumber), eq("referral"), any());
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));
    verify(cases, times(2)).endDeadline(caseNumber, "referral");
    assertThat(told).contains("deferral.confirmed");
  }

  @Test
  void theTaskIsDueWithinOneBusinessDay() {
    decideOn(with("business", true));
    start(true);

    assertThat(task("DecideReferral").getDueDate().toInstant())
        .isEqualTo(Instant.parse("2026-11-17T16:00:00Z"));
  }

  @Test
  void theTaskIsDueBeforeTheInvoiceIs() {
    decideOn(with("business", true));
    deferral = DeferralExamples.dueOn(deferral, LocalDate.of(2026, 11, 17));
    start(true);

    assertThat(task("DecideReferral").getDueDate().toInstant())
        .as("the end of the day before")
        .isEqualTo(Instant.parse("2026-11-16T16:00:00Z"));
  }

  @Test
  void aShorterDateIsOfferedAndAccepted() {
    decideOn(with("balance", 99_999));
    start(true);
    grants(10, 0, Agreement.Kind.DATE);
    complete(
        "DecideReferral", "collections", Map.of("referral", "SHORTER", "offerOn", "2026-12-20"));

    assertThat(told).endsWith("deferral.offer");
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    message("OfferAnswered", Map.of("offerAccepted", true));
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
    assertThat(told).contains("deferral.confirmed");
    verify(offers).offer(caseNumber, "SHORTER", LocalDate.of(2026, 12, 20), 0);
  }

  @Test
  void instalmentsAreOfferedAccepted() {
    decideOn(with("daysWanted", 40));
    start(true);
    grants(48, 3, Agreement.Kind.INSTALMENTS);
    complete(
        "DecideReferral",
        "collections",
        Map.of("referral", "INSTALMENTS", "offerInstalments", "THREE"));

    assertThat(told).endsWith("deferral.offer-plan");
    message("OfferAnswered", Map.of("offerAccepted", true));
    assertThat(told).contains("deferral.confirmed-plan").doesNotContain("deferral.confirmed");
    verify(offers).offer(caseNumber, "INSTALMENTS", null, 3);
    verify(booking).planInstalments(any(), eq(caseNumber));
    verify(booking, never()).changeDueDate(any(), anyString());
  }

  @Test
  void anOfferIsDeclined() {
    decideOn(with("balance", 99_999));
    start(true);
    grants(10, 2, Agreement.Kind.INSTALMENTS);
    complete(
        "DecideReferral",
        "collections",
        Map.of("referral", "INSTALMENTS", "offerInstalments", "TWO"));
    message("OfferAnswered", Map.of("offerAccepted", false));

    assertThat(calls).containsExactly("hold", "release");
    assertThat(told).contains("deferral.not-agreed");
    verify(cases).close(caseNumber, "DECLINED");
  }

  @Test
  void silenceDeclinesAnOfferAfterFiveDays() {
    decideOn(with("balance", 99_999));
    start(true);
    grants(10, 0, Agreement.Kind.DATE);
    complete(
        "DecideReferral", "collections", Map.of("referral", "SHORTER", "offerOn", "2026-12-20"));
    assertThat(Duration.between(clock.instant(), dueDate("OfferOverdue")))
        .isBetween(Duration.ofDays(5).minusMinutes(1), Duration.ofDays(5));
    timeIsUp("OfferOverdue");

    assertThat(calls).containsExactly("hold", "release");
    assertThat(told).contains("deferral.not-agreed");
    verify(cases).close(caseNumber, "DECLINED");
  }

  @Test
  void whatIsBeyondTheTermsComesBackToThePerson() {
    decideOn(with("balance", 99_999));
    start(true);
    grants(51, 0, Agreement.Kind.DATE);
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));

    assertThat(told).doesNotContain("deferral.confirmed", "deferral.offer");
    verify(offers).beyondTerms(caseNumber, "TOO_LATE");
    verify(cases, times(1).description("with the hold")).endDeadline(caseNumber, "referral");
    grants(50, 0, Agreement.Kind.DATE);
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));
    verify(cases, times(2)).endDeadline(caseNumber, "referral");
    assertThat(told).contains("deferral.confirmed");
  }

  @Test
  void aDecisionThatComesBackIsDueWhenItWasBefore() {
    Instant due = Instant.parse("2026-11-17T16:00:00Z");
    decideOn(with("balance", 99_999));
    start(true);
    when(cases.deadlines(caseNumber))
        .thenReturn(
            List.of(new Cases.Deadline("referral", clock.instant(), due, false, null, false)));
    clock.set(Instant.parse("2026-11-17T15:00:00Z"));
    grants(51, 0, Agreement.Kind.DATE);
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));

    assertThat(task("DecideReferral").getDueDate().toInstant()).isEqualTo(due);
  }

  @Test
  void aDayThatHasPassedWhileAPersonThoughtComesBackToThePerson() {
    decideOn(with("balance", 99_999));
    start(true);
    grants(14, 0, 0, Agreement.Kind.DATE);
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));

    assertThat(told).doesNotContain("deferral.confirmed");
    grants(20, 6, 0, Agreement.Kind.DATE);
    complete(
        "DecideReferral", "collections", Map.of("referral", "SHORTER", "offerOn", "2026-12-30"));
    assertThat(told).endsWith("deferral.offer");
  }

  @Test
  void nobodyIsOfferedADayWithinTheTimeToAnswer() {
    decideOn(with("balance", 99_999));
    start(true);
    grants(1, 1, 0, Agreement.Kind.DATE);
    complete(
        "DecideReferral", "collections", Map.of("referral", "SHORTER", "offerOn", "2026-12-11"));

    assertThat(told).doesNotContain("deferral.offer");
    assertThat(task("DecideReferral")).isNotNull();
  }

  @Test
  void moreInstalmentsThanMayBeGrantedAreNotGrantedAsWishedEither() {
    decideOn(with("daysWanted", 40));
    start(true);
    grants(48, 12, Agreement.Kind.INSTALMENTS);
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));

    verify(booking, never()).planInstalments(any(), anyString());
    assertThat(task("DecideReferral")).isNotNull();
  }

  @Test
  void aDayThatPassesBeforeItIsBookedIsNotConfirmedButReferredWithTheReason() {
    when(review.review(anyString())).thenReturn(Standing.PASSED, Standing.STANDS);
    startWhileBillingIsAway();

    assertThat(told)
        .containsExactly(
            "deferral.received",
            "deferral.provisional",
            "deferral.team-provisional",
            "deferral.referred");
    verify(booking, never()).changeDueDate(any(), anyString());
    assertThat(runtime.createVariableInstanceQuery().variableName("finding").list())
        .extracting(VariableInstance::getValue)
        .contains("DAY_PASSED");
    assertThat(deferral.finding()).as("the person sees it").isEqualTo("DAY_PASSED");
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));
    assertThat(told).contains("deferral.confirmed");
    assertThat(calls).as("held all the time").containsExactly("hold");
  }

  @Test
  void whatIsPaidBeforeItIsBookedIsNotPutOff() {
    when(review.review(anyString())).thenReturn(Standing.PAID);
    startWhileBillingIsAway();

    verify(booking, never()).changeDueDate(any(), anyString());
    assertThat(told).contains("deferral.paid").doesNotContain("deferral.confirmed");
    assertThat(calls).containsExactly("hold", "release");
    verify(cases).close(caseNumber, "PAID");
  }

  @Test
  void anInvoiceThatWentToCollectionMeanwhileIsRefusedWhateverItsReadingSays() {
    neverHolds(HoldAnswer.IN_COLLECTION);
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.refused");
    verify(booking, times(1)).hold(any(), anyString());
  }

  @Test
  void whatBillingCallsPaidIsNotHeldAgainWhateverItsReadingSays() {
    neverHolds(HoldAnswer.PAID);
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.nothing-due");
    verify(booking, times(1)).hold(any(), anyString());
    assertThat(deferral.finding())
        .as("what billing answered, not what it said of the invoice")
        .isEqualTo("NOTHING_DUE");
    verify(cases).close(caseNumber, "NOTHING_DUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HARDSHIP", "DEATH", "INSOLVENCY"})
  void whoeverIsInTroubleWithADebtCollectorGetsAPersonAndNoPromise(Circumstance circumstance) {
    neverHolds(HoldAnswer.IN_COLLECTION);
    decideOn(with("circumstance", circumstance));
    start(true);

    assertThat(told)
        .as("no word of reminders that do not go out")
        .containsExactly("deferral.received", "deferral.in-collection");
    verify(booking, times(1)).hold(any(), anyString());
    verify(cases).startDeadline(caseNumber, "referral", Instant.parse("2026-11-17T16:00:00Z"));
    complete("SettleCollection", "collections", Map.of("collector", "STAYS"));
    verify(cases, times(2)).endDeadline(caseNumber, "referral");
    assertThat(told).contains("deferral.stays-in-collection");
    verify(cases).close(caseNumber, "REFUSED");
    verify(booking, never()).release(any(), anyString());
  }

  @Test
  void aRefusalHoldsAgainOnlyWhenAPersonHasCalledTheInvoiceBack() {
    neverHolds(HoldAnswer.IN_COLLECTION);
    decideOn(with("inCollection", true));
    start(true);
    message("AppealLodged", Map.of());
    complete("ReviewRefusal", "finance", Map.of("review", "OVERTURNED"));

    assertThat(told)
        .containsExactly("deferral.received", "deferral.refused", "deferral.in-collection");
    assertThat(management.createJobQuery().timers().activityId("HoldTakesLong").count())
        .as("billing has answered")
        .isZero();
    complete("SettleCollection", "collections", Map.of("collector", "CALLED_BACK"));
    assertThat(told).as("said once").hasSize(3);
    verify(booking, times(2)).hold(any(), anyString());
    complete("SettleCollection", "collections", Map.of("collector", "STAYS"));
    verify(cases).close(caseNumber, "REFUSED");
  }

  @Test
  void aDisputedInvoiceIsCalledBackFromTheDebtCollectorAndThenHeld() {
    when(booking.hold(any(), anyString())).thenReturn(HoldAnswer.IN_COLLECTION, HoldAnswer.HELD);
    decideOn(with("disputed", true));
    start(true);

    assertThat(told).containsExactly("deferral.received", "deferral.in-collection");
    complete("SettleCollection", "collections", Map.of("collector", "CALLED_BACK"));
    assertThat(told).endsWith("deferral.disputed", "deferral.team-dispute");
    verify(booking)
        .hold(org.mockito.ArgumentMatchers.argThat(key -> key.attempt() == 2), eq(caseNumber));
    complete("SettleDispute", "finance", Map.of("dispute", "CANCELLED"));
    verify(cases).close(caseNumber, "DISPUTED");
  }

  @Test
  void aDirectDebitIsStoppedBeforeTheDateIsChanged() {
    when(booking.collectedByBank(anyString())).thenReturn(true);
    start(true);

    verify(booking).stopCollection(any(), eq(caseNumber));
    assertThat(told).contains("deferral.confirmed");
  }

  @Test
  void aDirectDebitThatTheBankHasIsNotDeferred() {
    when(booking.collectedByBank(anyString())).thenReturn(true);
    when(booking.stopCollection(any(), anyString())).thenReturn(false);
    start(true);

    assertThat(told).contains("deferral.collection-sent").doesNotContain("deferral.confirmed");
    assertThat(calls).containsExactly("hold", "release");
    verify(booking, never()).changeDueDate(any(), anyString());
    verify(cases).close(caseNumber, "COLLECTION_SENT");
  }

  @Test
  void anInvoiceThatIsPaidMeanwhileIsNotDeferred() {
    when(booking.changeDueDate(any(), anyString())).thenReturn(false);
    start(true);

    assertThat(told).contains("deferral.paid").doesNotContain("deferral.confirmed");
    verify(cases).close(caseNumber, "PAID");
  }

  @Test
  void aReminderThatIsPrintedAlreadyIsToBeDisregarded() {
    when(booking.reminderPrinted(anyString())).thenReturn(true);
    start(true);

    assertThat(told)
        .containsSubsequence("deferral.disregard-reminder", "deferral.confirmed")
        .containsOnlyOnce("deferral.disregard-reminder");
    waitsAt("AwaitPayment");
  }

  @Test
  void aPrintedReminderIsSpokenOfBeforeAnybodySaysThatNoneGoOut() {
    when(booking.reminderPrinted(anyString())).thenReturn(true);
    decideOn(with("business", true));
    start(true);
    assertThat(told)
        .containsExactly("deferral.received", "deferral.disregard-reminder", "deferral.referred");
    complete("DecideReferral", "collections", Map.of("referral", "APPROVED"));

    assertThat(told).contains("deferral.confirmed").containsOnlyOnce("deferral.disregard-reminder");
  }

  @Test
  void aPartIsPaidAndThenTheRest() {
    start(true);
    message("InvoicePartlyPaid", Map.of());
    assertThat(told).endsWith("deferral.partly-paid");
    waitsAt("AwaitPayment");

    when(booking.readBalance(anyString(), anyBoolean())).thenReturn(Progress.PAID);
    message("InvoicePartlyPaid", Map.of());
    assertThat(told).contains("deferral.paid");
    verify(cases).close(caseNumber, "PAID");
  }

  @Test
  void dunningGoesOnWhereNothingWasPaid() {
    when(booking.readBalance(anyString(), eq(true))).thenReturn(Progress.MISSED);
    start(true);
    timeIsUp("PaymentOverdue");

    verify(booking).resume(any(), eq(caseNumber));
    assertThat(told).contains("deferral.unpaid", "deferral.team-unpaid");
    verify(cases).close(caseNumber, "UNPAID");
    assertThat(calls).as("resumed and not released").containsExactly("hold");
  }

  @Test
  void billingIsAskedBeforeDunningGoesOn() {
    when(booking.readBalance(anyString(), eq(true))).thenReturn(Progress.PAID);
    start(true);
    timeIsUp("PaymentOverdue");

    verify(booking, never()).resume(any(), anyString());
    assertThat(told).contains("deferral.paid");
  }

  @Test
  void anInvoiceThatIsDisputedLaterIsSettledByAPerson() {
    start(true);
    message("InvoiceDisputed", Map.of());
    complete("SettleDispute", "finance", Map.of("dispute", "CANCELLED"));

    assertThat(told).contains("deferral.disputed", "deferral.dispute-settled");
    verify(cases).close(caseNumber, "DISPUTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STANDS", "CORRECTED"})
  void aDisputeLeavesWhatWasAgreedInForceAndGivesTimeToPay(String result) {
    start(true);
    clock.set(Instant.parse("2026-12-28T09:00:00Z"));
    message("InvoiceDisputed", Map.of());
    complete("SettleDispute", "finance", Map.of("dispute", result));

    assertThat(told).endsWith("deferral.dispute-agreed").doesNotContain("deferral.dispute-settled");
    assertThat(calls).as("still held").containsExactly("hold");
    verify(booking).readBalance(caseNumber, false);
    waitsAt("AwaitPayment");
    assertThat(dueDate("PaymentOverdue"))
        .as("it was due on the 24th; a week from the 28th, and a business day for the bank")
        .isEqualTo(Instant.parse("2027-01-05T23:00:00Z"));
    assertThat(deferral.requireAgreement().last().dueOn())
        .as("everybody is told and reminded of the same day")
        .isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(dueDate("ReminderDue")).isEqualTo(Instant.parse("2027-01-01T09:00:00Z"));
    message("InvoicePaid", Map.of());
    verify(cases).close(caseNumber, "PAID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STANDS", "CORRECTED"})
  void aDisputeThatLeavesNothingToPayEndsTheCase(String result) {
    when(booking.readBalance(anyString(), anyBoolean())).thenReturn(Progress.PAID);
    start(true);
    message("InvoiceDisputed", Map.of());
    complete("SettleDispute", "finance", Map.of("dispute", result));

    assertThat(told)
        .contains("deferral.dispute-nothing-left")
        .doesNotContain("deferral.dispute-agreed", "deferral.dispute-settled");
    assertThat(calls).as("nothing is held any more").containsExactly("hold", "release");
    verify(cases).close(caseNumber, "DISPUTED");
    timeIsUp("SurveyOverdue");
    endedAt("DeferralClosed");
  }

  @Test
  void aDisputeDoesNotHastenADayThatIsFurtherAway() {
    start(true);
    Instant agreed = dueDate("PaymentOverdue");
    message("InvoiceDisputed", Map.of());
    complete("SettleDispute", "finance", Map.of("dispute", "STANDS"));

    assertThat(dueDate("PaymentOverdue")).isEqualTo(agreed);
  }

  @Test
  void whatIsPaidWhileAPersonThinksEndsTheCase() {
    decideOn(with("business", true));
    start(true);
    message("InvoicePaid", Map.of());

    assertThat(told).contains("deferral.paid");
    verify(cases).close(caseNumber, "PAID");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("DecideReferral").count()).isZero();
  }

  @Test
  void whatIsPaidAfterDunningWentOnIsToldByDunning() {
    when(booking.readBalance(anyString(), eq(true))).thenReturn(Progress.MISSED);
    doAnswer(
            call -> {
              calls.remove("hold");
              return null;
            })
        .when(booking)
        .resume(any(), anyString());
    start(true);
    timeIsUp("PaymentOverdue");
    message("InvoicePaid", Map.of());

    assertThat(told).doesNotContain("deferral.paid");
    endedAt("PaidEarly");
  }

  @Test
  void theCustomerWithdraws() {
    start(true);
    message("CustomerCancelled", Map.of());

    assertThat(calls).containsExactly("hold", "release");
    assertThat(told).endsWith("deferral.withdrawn");
    verify(cases).cancel(caseNumber);
    endedAt("Withdrawn");
  }

  @Test
  void theCustomerWithdrawsBeforeAnythingIsHeld() {
    when(deferrals.read(anyString())).thenReturn(Reading.NO_ANSWER);
    start(false);
    message("CustomerCancelled", Map.of());

    verify(booking, never()).release(any(), anyString());
    assertThat(told).endsWith("deferral.withdrawn");
    endedAt("Withdrawn");
  }

  @Test
  void theCustomerWantsAPersonWhoHandsTheCaseBack() {
    start(true);
    message("HumanWanted", Map.of());
    complete("TalkToCustomer", "front-office", Map.of("handOver", "HANDED_BACK"));

    waitsAt("AwaitPayment");
    assertThat(told).contains("case.human-wanted");
  }

  @Test
  void aPersonClosesTheCase() {
    start(true);
    message("ClosedByPerson", Map.of());

    assertThat(calls).containsExactly("hold", "release");
    assertThat(told).endsWith("deferral.closed-by-person");
    verify(cases).close(caseNumber, "CLOSED_BY_PERSON");
    endedAt("TakenOverClosed");
  }

  @Test
  void theCustomerCorrectsData() {
    start(true);
    message("DataCorrected", Map.of());

    assertThat(told).endsWith("case.corrected");
    waitsAt("AwaitPayment");
  }

  /** As billing does that refuses and goes on to say that the invoice is as it was. */
  private void neverHolds(HoldAnswer answer) {
    when(booking.hold(any(), anyString())).thenReturn(answer);
  }

  private void decideOn(Considerations of) {
    when(deferrals.weigh(anyString())).thenReturn(of);
  }

  private void grants(int days, int instalments, Agreement.Kind kind) {
    grants(days, 15 + days, instalments, kind);
  }

  private void grants(int days, int startsIn, int instalments, Agreement.Kind kind) {
    when(offers.offer(anyString(), anyString(), any(), anyInt()))
        .thenAnswer(
            call -> new Offer(TODAY, call.getArgument(1), 60, days, startsIn, instalments, kind));
  }

  /** The fine request with one thing changed. */
  private static Considerations with(String what, Object value) {
    return new Considerations(
        "SE",
        TODAY,
        what.equals("status") ? (String) value : "OPEN",
        what.equals("circumstance") ? (Circumstance) value : Circumstance.NONE,
        what.equals("disputed"),
        what.equals("inCollection"),
        what.equals("business"),
        what.equals("pastDue") ? -1 : 15,
        what.equals("deferredBefore"),
        0,
        0,
        what.equals("daysWanted") ? (Integer) value : 14,
        0,
        0,
        "SEK",
        what.equals("balance") ? (Integer) value : 1249,
        14);
  }

  @Override
  protected Class<? extends Recipient> recipientOf(String template) {
    return template.startsWith("deferral.team-") || template.equals("case.human-wanted")
        ? Recipient.ToTeam.class
        : Recipient.ToCustomer.class;
  }

  /** Starts a deferral and lets it run as far as it can without a person, message or timer. */
  private void start(boolean invoiceKnown) {
    begin(invoiceKnown);
    run();
  }

  private void startWhileBillingIsAway() {
    when(deferrals.read(anyString())).thenReturn(Reading.NO_ANSWER, Reading.FOUND);
    start(false);
    timeIsUp("BillingRetry");
  }

  private void begin(boolean invoiceKnown) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("invoiceNumber", "I-1");
    variables.put("invoiceKnown", invoiceKnown);
    variables.put("provisional", false);
    variables.put("directDebit", false);
    variables.put("inForce", false);
    begin(DeferralProcess.KEY, variables);
  }
}
