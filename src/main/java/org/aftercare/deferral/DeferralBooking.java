package org.aftercare.deferral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.deferral.Agreement.Progress;
import org.aftercare.deferral.PaymentDeferral.Hold;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.Receivables.ChangedDueDate;
import org.aftercare.systems.Receivables.DueDateRequest;
import org.aftercare.systems.Receivables.DunningHold;
import org.aftercare.systems.Receivables.HoldRequest;
import org.aftercare.systems.Receivables.Instalment;
import org.aftercare.systems.Receivables.InstalmentPlan;
import org.aftercare.systems.Receivables.PlanRequest;
import org.aftercare.systems.Receivables.Receivable;
import org.aftercare.systems.Receivables.ReleasedHold;
import org.aftercare.systems.Receivables.ResumedDunning;
import org.aftercare.systems.Receivables.StoppedCollection;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has billing hold the dunning, put the payment off, and go on as before where nothing came. */
@Service
class DeferralBooking {

  private static final String BILLING = "billing";
  private static final String ALREADY_PAID = "ALREADY_PAID";
  private static final String IN_COLLECTION = "IN_COLLECTION";

  private final Deferrals deferrals;
  private final Receivables receivables;
  private final RemoteSteps remote;
  private final Cases cases;

  DeferralBooking(Deferrals deferrals, Receivables receivables, RemoteSteps remote, Cases cases) {
    this.deferrals = deferrals;
    this.receivables = receivables;
    this.remote = remote;
    this.cases = cases;
  }

  /**
   * Holds the dunning. Nobody is told of an approval before billing has confirmed this.
   *
   * @return whether billing holds it, and why not if it does not
   */
  @Transactional
  HoldAnswer hold(StepKey step, String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    return remote
        .once(
            step,
            DunningHold.class,
            key ->
                receivables.holdDunning(key, new HoldRequest(caseNumber, deferral.invoiceNumber())),
            receivables::findHold)
        .fold(
            held -> {
              deferrals.change(
                  deferral.with(
                      new Hold(held.holdId(), held.dunningLevel(), held.reminderPrinted(), true)));
              cases.record(caseNumber, "deferral.held", Map.of());
              return HoldAnswer.HELD;
            },
            refusal ->
                switch (refusal) {
                  case ALREADY_PAID -> HoldAnswer.PAID;
                  case IN_COLLECTION -> HoldAnswer.IN_COLLECTION;
                  default -> unforeseen(refusal);
                });
  }

  /** Whether billing holds the dunning for the case now. */
  @Transactional(readOnly = true)
  boolean holds(String caseNumber) {
    return deferrals.require(caseNumber).standingHold().isPresent();
  }

  /** Whether the bank collects the invoice by itself. */
  @Transactional(readOnly = true)
  boolean collectedByBank(String caseNumber) {
    return deferrals.require(caseNumber).requireInvoice().directDebit();
  }

  /** Whether a reminder is on its way that could not be called back. */
  @Transactional(readOnly = true)
  boolean reminderPrinted(String caseNumber) {
    return deferrals.require(caseNumber).standingHold().filter(Hold::reminderPrinted).isPresent();
  }

  /** Ends the hold as if it had never been. An open invoice is due when billing says. */
  @Transactional
  void release(StepKey step, String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Hold hold = requireHold(deferral);
    ReleasedHold released =
        remote
            .once(
                step,
                ReleasedHold.class,
                key -> receivables.releaseHold(key, hold.holdId()),
                receivables::findReleased)
            .fold(done -> done, DeferralBooking::unforeseen);
    deferrals.change(
        deferral.with(hold.ended()).with(dueOn(deferral.requireInvoice(), released.dueOn())));
    cases.record(caseNumber, "internal.deferral.released", Map.of());
  }

  /**
   * Stops the direct debit.
   *
   * @return {@code false} if the bank has it already
   */
  @Transactional
  boolean stopCollection(StepKey step, String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    return remote
        .once(
            step,
            StoppedCollection.class,
            key -> receivables.stopCollection(key, deferral.invoiceNumber(), caseNumber),
            receivables::findStopped)
        .fold(
            stopped -> {
              cases.record(caseNumber, "deferral.collection-stopped", Map.of());
              return true;
            },
            refusal -> {
              UnforeseenRefusalException.unless(BILLING, refusal, "COLLECTION_SENT");
              return false;
            });
  }

  /**
   * Gives the invoice its new due date.
   *
   * @return {@code false} if it was paid meanwhile
   */
  @Transactional
  boolean changeDueDate(StepKey step, String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    LocalDate dueOn = deferral.requireAgreement().last().dueOn();
    return remote
        .once(
            step,
            ChangedDueDate.class,
            key ->
                receivables.changeDueDate(
                    key, deferral.invoiceNumber(), new DueDateRequest(caseNumber, dueOn)),
            receivables::findChangedDueDate)
        .fold(
            changed -> {
              deferrals.change(deferral.with(deferral.requireAgreement().confirmed()));
              cases.record(
                  caseNumber, "deferral.due-date-changed", Map.of("newDueOn", dueOn.toString()));
              return true;
            },
            DeferralBooking::paidMeanwhile);
  }

  /**
   * Puts the plan of instalments into force.
   *
   * @return {@code false} if the invoice was paid meanwhile
   */
  @Transactional
  boolean planInstalments(StepKey step, String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    List<Instalment> instalments =
        deferral.requireAgreement().parts().stream()
            .map(part -> new Instalment(part.dueOn(), part.amount()))
            .toList();
    return remote
        .once(
            step,
            InstalmentPlan.class,
            key ->
                receivables.planInstalments(
                    key, deferral.invoiceNumber(), new PlanRequest(caseNumber, instalments)),
            receivables::findPlan)
        .fold(
            planned -> {
              deferrals.change(deferral.with(deferral.requireAgreement().confirmed()));
              cases.record(
                  caseNumber,
                  "deferral.planned",
                  Map.of("instalments", String.valueOf(instalments.size())));
              return true;
            },
            DeferralBooking::paidMeanwhile);
  }

  /**
   * Reads what is left to be paid.
   *
   * @param overdue whether the time for the next payment has passed
   * @throws SystemUnavailableException if billing does not answer, or knows the invoice no more
   */
  @Transactional
  Progress readBalance(String caseNumber, boolean overdue) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Agreement agreement = deferral.requireAgreement();
    LocalDate dueUntil =
        overdue
            ? agreement
                .next(deferral.requireInvoice().balance())
                .map(Agreement.Part::dueOn)
                .orElse(LocalDate.MIN)
            : LocalDate.MIN;
    Receivable now =
        receivables
            .receivable(deferral.invoiceNumber())
            .orElseThrow(
                () ->
                    new SystemUnavailableException(
                        BILLING, "does not know the invoice of an agreement", null));
    deferrals.change(deferral.with(dueOn(now, deferral.requireInvoice().dueDate())));
    if (now.status() != Receivable.Status.OPEN) {
      return Progress.PAID;
    }
    return agreement.progress(now.balance(), dueUntil);
  }

  /** The customer has been reminded of the next payment. */
  @Transactional
  void noteReminder(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Agreement agreement = deferral.requireAgreement();
    agreement
        .next(deferral.requireInvoice().balance())
        .ifPresent(part -> deferrals.change(deferral.with(agreement.reminded(part))));
  }

  /**
   * Lets dunning go on because nothing came.
   *
   * @throws IllegalStateException if billing goes on with another step than the one it held at
   */
  @Transactional
  void resume(StepKey step, String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Hold hold = requireHold(deferral);
    ResumedDunning resumed =
        remote
            .once(
                step,
                ResumedDunning.class,
                key -> receivables.resumeDunning(key, hold.holdId()),
                receivables::findResumed)
            .fold(done -> done, DeferralBooking::unforeseen);
    if (resumed.resumedLevel() != hold.dunningLevel()) {
      throw new IllegalStateException(
          "Billing resumed dunning at step %d and not %d, where it was held."
              .formatted(resumed.resumedLevel(), hold.dunningLevel()));
    }
    deferrals.change(deferral.with(hold.ended()));
    cases.record(caseNumber, "internal.deferral.resumed", Map.of());
  }

  private static Hold requireHold(PaymentDeferral deferral) {
    return deferral
        .standingHold()
        .orElseThrow(
            () ->
                new IllegalStateException("Case " + deferral.caseNumber() + " holds no dunning."));
  }

  private static boolean paidMeanwhile(String refusal) {
    UnforeseenRefusalException.unless(BILLING, refusal, ALREADY_PAID);
    return false;
  }

  private static <T> T unforeseen(String refusal) {
    throw new UnforeseenRefusalException(BILLING, refusal);
  }

  private static Receivable dueOn(Receivable invoice, LocalDate dueOn) {
    Money balance = invoice.balance();
    return new Receivable(
        invoice.invoiceNumber(),
        invoice.customerId(),
        invoice.country(),
        invoice.business(),
        invoice.status(),
        invoice.total(),
        balance,
        dueOn,
        invoice.disputed(),
        invoice.directDebit(),
        invoice.dunningLevel(),
        invoice.reminderPrinted(),
        invoice.inCollection(),
        invoice.deferred(),
        invoice.history());
  }
}
