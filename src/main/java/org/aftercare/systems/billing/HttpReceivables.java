package org.aftercare.systems.billing;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.billing.ReceivablesApi.CollectionStop;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What customers owe, over HTTP. */
@Component
class HttpReceivables implements Receivables {

  private static final Operation<Receivable> RECEIVABLE =
      new Operation<>("invoice as it stands", HttpReceivables::check);
  private static final Operation<DunningHold> HOLD =
      new Operation<>(
          "hold dunning",
          Set.of("ALREADY_PAID", "IN_COLLECTION"),
          (reply, hold) -> {
            reply.text("holdId", hold.holdId(), ReplyCheck.LONGEST_ID);
            reply.notNegative("dunningLevel", hold.dunningLevel());
          });
  private static final Operation<ReleasedHold> RELEASE =
      new Operation<>(
          "release hold",
          (reply, released) -> {
            reply.text("holdId", released.holdId(), ReplyCheck.LONGEST_ID);
            reply.present("dueOn", released.dueOn());
          });
  private static final Operation<ResumedDunning> RESUME =
      new Operation<>(
          "resume dunning",
          (reply, resumed) -> {
            reply.text("holdId", resumed.holdId(), ReplyCheck.LONGEST_ID);
            reply.notNegative("resumedLevel", resumed.resumedLevel());
          });
  private static final Operation<StoppedCollection> STOP_COLLECTION =
      new Operation<>(
          "stop collection",
          Set.of("COLLECTION_SENT"),
          (reply, stopped) -> reply.text("stopId", stopped.stopId(), ReplyCheck.LONGEST_ID));
  private static final Operation<ChangedDueDate> CHANGE_DUE_DATE =
      new Operation<>(
          "change due date",
          Set.of("ALREADY_PAID"),
          (reply, changed) -> {
            reply.text("invoiceNumber", changed.invoiceNumber(), ReplyCheck.LONGEST_ID);
            reply.present("newDueOn", changed.newDueOn());
          });
  private static final Operation<InstalmentPlan> PLAN =
      new Operation<>(
          "plan instalments",
          Set.of("ALREADY_PAID"),
          (reply, plan) -> reply.text("planId", plan.planId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final ReceivablesApi api;

  HttpReceivables(@Qualifier("billingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(ReceivablesApi.class);
  }

  @Override
  public Optional<Receivable> receivable(String invoiceNumber) {
    return system.read(
        RECEIVABLE.alsoHolding(
            (reply, found) -> reply.same("invoiceNumber", invoiceNumber, found.invoiceNumber())),
        () -> api.receivable(invoiceNumber));
  }

  @Override
  public DunningHold holdDunning(String key, HoldRequest request) {
    return system.change(HOLD, () -> api.hold(key, request));
  }

  @Override
  public Optional<DunningHold> findHold(String key) {
    return system.read(HOLD, () -> api.hold(key));
  }

  @Override
  public ReleasedHold releaseHold(String key, String holdId) {
    return system.change(RELEASE, () -> api.release(key, holdId));
  }

  @Override
  public Optional<ReleasedHold> findReleased(String key) {
    return system.read(RELEASE, () -> api.released(key));
  }

  @Override
  public ResumedDunning resumeDunning(String key, String holdId) {
    return system.change(RESUME, () -> api.resume(key, holdId));
  }

  @Override
  public Optional<ResumedDunning> findResumed(String key) {
    return system.read(RESUME, () -> api.resumed(key));
  }

  @Override
  public StoppedCollection stopCollection(String key, String invoiceNumber, String caseNumber) {
    return system.change(
        STOP_COLLECTION,
        () -> api.stopCollection(key, invoiceNumber, new CollectionStop(caseNumber)));
  }

  @Override
  public Optional<StoppedCollection> findStopped(String key) {
    return system.read(STOP_COLLECTION, () -> api.stopped(key));
  }

  @Override
  public ChangedDueDate changeDueDate(String key, String invoiceNumber, DueDateRequest request) {
    return system.change(CHANGE_DUE_DATE, () -> api.changeDueDate(key, invoiceNumber, request));
  }

  @Override
  public Optional<ChangedDueDate> findChangedDueDate(String key) {
    return system.read(CHANGE_DUE_DATE, () -> api.changedDueDate(key));
  }

  @Override
  public InstalmentPlan planInstalments(String key, String invoiceNumber, PlanRequest request) {
    return system.change(PLAN, () -> api.plan(key, invoiceNumber, request));
  }

  @Override
  public Optional<InstalmentPlan> findPlan(String key) {
    return system.read(PLAN, () -> api.plan(key));
  }

  private static void check(ReplyCheck reply, Receivable found) {
    reply.text("customerId", found.customerId(), ReplyCheck.LONGEST_NUMBER);
    reply.country("country", found.country());
    reply.present("status", found.status());
    reply.money("total", found.total());
    reply.money("balance", found.balance());
    reply.present("dueDate", found.dueDate());
    reply.notNegative("dunningLevel", found.dunningLevel());
    if (!found.total().currency().equals(found.balance().currency())) {
      throw reply.broken("balance", "is not in the currency of the total");
    }
    PaymentHistory history = reply.present("history", found.history());
    reply.notNegative("history.overdueInvoices", history.overdueInvoices());
    reply.notNegative("history.lateOfLastTwo", history.lateOfLastTwo());
    reply.notNegative("history.cleanMonths", history.cleanMonths());
    reply.notNegative("history.deferrals", history.deferrals());
  }
}
