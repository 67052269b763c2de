package org.aftercare.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/**
 * What customers owe, when it is due, and who is reminded of it: the part of billing that minds
 * open invoices. Payments and disputes come back as callbacks.
 */
@DataSource(
    name = "Receivables and dunning",
    system = "Billing",
    owner = StaffGroup.COLLECTIONS,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Receivables {

  /** An invoice as the ledger has it now, or empty if there is none of that number. */
  Optional<Receivable> receivable(String invoiceNumber);

  /**
   * Holds the dunning of an invoice: no reminder goes out and no fee grows until the hold is
   * released or dunning resumed.
   *
   * @throws SystemRefusalException {@code ALREADY_PAID}, {@code IN_COLLECTION}
   */
  DunningHold holdDunning(String key, HoldRequest request);

  Optional<DunningHold> findHold(String key);

  /**
   * Ends a hold as if it had never been: an invoice that is still open is due on its original day
   * again, and a direct debit that was stopped is collected then.
   */
  ReleasedHold releaseHold(String key, String holdId);

  Optional<ReleasedHold> findReleased(String key);

  /**
   * Ends a hold because nothing was paid: dunning goes on with the step at which it was held, no
   * fee is charged for the time of the hold, and a plan of instalments is void.
   */
  ResumedDunning resumeDunning(String key, String holdId);

  Optional<ResumedDunning> findResumed(String key);

  /**
   * Stops the direct debit of an invoice.
   *
   * @throws SystemRefusalException {@code COLLECTION_SENT}: the bank has it already
   */
  StoppedCollection stopCollection(String key, String invoiceNumber, String caseNumber);

  Optional<StoppedCollection> findStopped(String key);

  /**
   * Gives an invoice a new due date.
   *
   * @throws SystemRefusalException {@code ALREADY_PAID}
   */
  ChangedDueDate changeDueDate(String key, String invoiceNumber, DueDateRequest request);

  Optional<ChangedDueDate> findChangedDueDate(String key);

  /**
   * Lets an invoice be paid in instalments.
   *
   * @throws SystemRefusalException {@code ALREADY_PAID}
   */
  InstalmentPlan planInstalments(String key, String invoiceNumber, PlanRequest request);

  Optional<InstalmentPlan> findPlan(String key);

  /**
   * An invoice as it stands.
   *
   * @param country where its customer lives, ISO 3166 alpha-2
   * @param business whether the customer is a company and no consumer
   * @param total what it was made out for
   * @param balance what of it is still to be paid, in the same currency
   * @param disputed whether the customer says that it is wrong
   * @param directDebit whether the bank collects it by itself on its due date
   * @param dunningLevel how many reminders there were, 0 for none
   * @param reminderPrinted whether a reminder is on its way that cannot be called back
   * @param inCollection whether a debt collector has it
   * @param deferred whether its due date has been moved before
   */
  record Receivable(
      String invoiceNumber,
      String customerId,
      String country,
      boolean business,
      Status status,
      Money total,
      Money balance,
      LocalDate dueDate,
      boolean disputed,
      boolean directDebit,
      int dunningLevel,
      boolean reminderPrinted,
      boolean inCollection,
      boolean deferred,
      PaymentHistory history) {

    public enum Status {
      OPEN,
      PAID,
      CANCELLED
    }
  }

  /**
   * How the customer has paid so far.
   *
   * @param overdueInvoices other invoices that are past due now
   * @param lateOfLastTwo how many of the last two invoices were paid late: 0, 1 or 2
   * @param cleanMonths whole months since anything was last paid late, or since the first invoice
   * @param deferrals how many invoices were deferred in the last twelve months
   */
  record PaymentHistory(int overdueInvoices, int lateOfLastTwo, int cleanMonths, int deferrals) {}

  record HoldRequest(String caseNumber, String invoiceNumber) {}

  /**
   * @param dunningLevel how many reminders there were when it was held
   * @param reminderPrinted whether a reminder is on its way that could not be called back
   */
  record DunningHold(String holdId, int dunningLevel, boolean reminderPrinted) {}

  /**
   * @param dueOn when the invoice is due now; of a paid one, when it was
   */
  record ReleasedHold(String holdId, LocalDate dueOn) {}

  /**
   * @param resumedLevel the step with which dunning goes on
   */
  record ResumedDunning(String holdId, int resumedLevel) {}

  record StoppedCollection(String stopId) {}

  record DueDateRequest(String caseNumber, LocalDate dueOn) {}

  record ChangedDueDate(String invoiceNumber, LocalDate newDueOn) {}

  /**
   * @param instalments two or more, in the order in which they are due
   */
  record PlanRequest(String caseNumber, List<Instalment> instalments) {}

  record Instalment(LocalDate dueOn, Money amount) {}

  record InstalmentPlan(String planId) {}
}
