package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The part of billing that minds what customers owe: when it is due, and who is reminded of it. */
class DunningSystem {

  private static final String NAME = "billing";
  private static final String OPEN = "OPEN";
  private static final String HELD = "HELD";

  private final JdbcClient jdbc;
  private final Operations operations;
  private final SandboxClock clock;

  DunningSystem(JdbcClient jdbc, Operations operations, SandboxClock clock) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/billing/invoices/{invoiceNumber}", this::show)
        .POST("/billing/holds", this::hold)
        .POST("/billing/holds/{holdId}/release", this::release)
        .POST("/billing/holds/{holdId}/resume", this::resume)
        .POST("/billing/invoices/{invoiceNumber}/collection-stop", this::stopCollection)
        .POST("/billing/invoices/{invoiceNumber}/due-date", this::changeDueDate)
        .POST("/billing/invoices/{invoiceNumber}/plan", this::plan)
        .build();
  }

  private ServerResponse show(ServerRequest request) {
    return ServerResponse.ok()
        .body(
            jdbc.sql(
                    """
                    select r.*, c.country from receivable r
                      join customer c on c.customer_id = r.customer_id
                    where r.invoice_number = ?""")
                .param(request.pathVariable("invoiceNumber"))
                .query(
                    (row, number) ->
                        new Shown(
                            row.getString("invoice_number"),
                            row.getString("customer_id"),
                            row.getString("country"),
                            row.getBoolean("business"),
                            row.getString("status"),
                            new Amount(row.getBigDecimal("total"), row.getString("currency")),
                            new Amount(row.getBigDecimal("balance"), row.getString("currency")),
                            row.getObject("due_on", LocalDate.class),
                            row.getBoolean("disputed"),
                            row.getBoolean("direct_debit") && !row.getBoolean("collection_stopped"),
                            row.getInt("dunning_level"),
                            row.getBoolean("reminder_printed"),
                            row.getBoolean("in_collection"),
                            row.getBoolean("deferred"),
                            new History(
                                row.getInt("overdue_invoices"),
                                row.getInt("late_of_last_two"),
                                row.getInt("clean_months"),
                                row.getInt("deferrals"))))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("invoice of this number")));
  }

  private ServerResponse hold(ServerRequest request) throws ServletException, IOException {
    HoldRequest wanted = Requests.body(request, HoldRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("invoiceNumber", wanted.invoiceNumber());
    return operations.once(request, NAME, "hold-dunning", wanted, () -> held(wanted));
  }

  private Answer held(HoldRequest wanted) {
    Owed owed = owed(wanted.invoiceNumber());
    if (!owed.status().equals(OPEN)) {
      return paidAlready(wanted.caseNumber());
    }
    if (owed.inCollection()) {
      return Answer.refused(
          wanted.caseNumber(), "IN_COLLECTION", "A debt collector has the invoice.");
    }
    String id = Requests.newId("H");
    jdbc.sql("insert into dunning_hold values (?, ?, ?, ?, ?)")
        .params(id, wanted.caseNumber(), wanted.invoiceNumber(), owed.dunningLevel(), HELD)
        .update();
    change("case_number = ?", wanted.invoiceNumber(), wanted.caseNumber());
    return Answer.made(
        wanted.caseNumber(), id, new Hold(id, owed.dunningLevel(), owed.reminderPrinted()));
  }

  private ServerResponse release(ServerRequest request) {
    String id = request.pathVariable("holdId");
    return operations.once(
        request, NAME, "release-hold", Map.of("holdId", id), () -> released(kept(id)));
  }

  /** What was put off is due on its first day again; what is paid stays as it is. */
  private Answer released(Kept hold) {
    end(hold, "RELEASED");
    Owed owed = owed(hold.invoiceNumber());
    if (owed.status().equals(OPEN)) {
      jdbc.sql("delete from instalment where invoice_number = ?")
          .param(hold.invoiceNumber())
          .update();
      if (putOff(hold, owed)) {
        count(hold.invoiceNumber(), -1);
        change("due_on = first_due_on, deferred = false", hold.invoiceNumber());
      }
      change("collection_stopped = false", hold.invoiceNumber());
    }
    return Answer.made(
        hold.caseNumber(),
        hold.holdId(),
        new Released(hold.holdId(), owed(hold.invoiceNumber()).dueOn()));
  }

  /** Whether it was this hold's case that gave the invoice another day or instalments. */
  private boolean putOff(Kept hold, Owed owed) {
    return owed.deferred()
        && jdbc.sql(
                    """
                    select count(*) from operation where case_number = ? and refusal is null
                      and operation in ('change-due-date', 'plan-instalments')""")
                .param(hold.caseNumber())
                .query(Integer.class)
                .single()
            > 0;
  }

  private ServerResponse resume(ServerRequest request) {
    String id = request.pathVariable("holdId");
    return operations.once(
        request, NAME, "resume-dunning", Map.of("holdId", id), () -> resumed(kept(id)));
  }

  private Answer resumed(Kept hold) {
    end(hold, "RESUMED");
    jdbc.sql("delete from instalment where invoice_number = ?")
        .param(hold.invoiceNumber())
        .update();
    change("dunning_level = ?", hold.invoiceNumber(), hold.dunningLevel());
    return Answer.made(
        hold.caseNumber(), hold.holdId(), new Resumed(hold.holdId(), hold.dunningLevel()));
  }

  private ServerResponse stopCollection(ServerRequest request)
      throws ServletException, IOException {
    CollectionStop wanted = Requests.body(request, CollectionStop.class);
    required("caseNumber", wanted.caseNumber());
    String number = request.pathVariable("invoiceNumber");
    return operations.once(
        request,
        NAME,
        "stop-collection",
        wanted,
        () -> {
          if (owed(number).collectionSent()) {
            return Answer.refused(
                wanted.caseNumber(),
                "COLLECTION_SENT",
                "The bank has been told already and cannot be stopped.");
          }
          change("collection_stopped = true", number);
          String id = Requests.newId("CS");
          return Answer.made(wanted.caseNumber(), id, new Stopped(id));
        });
  }

  private ServerResponse changeDueDate(ServerRequest request) throws ServletException, IOException {
    DueDateRequest wanted = Requests.body(request, DueDateRequest.class);
    required("caseNumber", wanted.caseNumber());
    LocalDate dueOn = Requests.present("dueOn", wanted.dueOn());
    String number = request.pathVariable("invoiceNumber");
    return operations.once(
        request,
        NAME,
        "change-due-date",
        wanted,
        () -> {
          if (!owed(number).status().equals(OPEN)) {
            return paidAlready(wanted.caseNumber());
          }
          change("due_on = ?, deferred = true", number, dueOn);
          count(number, 1);
          return Answer.made(wanted.caseNumber(), number, new ChangedDueDate(number, dueOn));
        });
  }

  private ServerResponse plan(ServerRequest request) throws ServletException, IOException {
    PlanRequest wanted = Requests.body(request, PlanRequest.class);
    required("caseNumber", wanted.caseNumber());
    List<Instalment> instalments = Requests.present("instalments", wanted.instalments());
    String number = request.pathVariable("invoiceNumber");
    return operations.once(
        request, NAME, "plan-instalments", wanted, () -> planned(wanted, number, instalments));
  }

  private Answer planned(PlanRequest wanted, String number, List<Instalment> instalments) {
    if (!owed(number).status().equals(OPEN)) {
      return paidAlready(wanted.caseNumber());
    }
    BigDecimal all =
        instalments.stream()
            .map(part -> Amount.required("amount", part.amount()).amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (instalments.size() < 2 || all.compareTo(owed(number).balance()) != 0) {
      throw ProblemException.badRequest(
          "The field instalments is not two or more that make up what is to be paid.");
    }
    String id = Requests.newId("P");
    for (Instalment part : instalments) {
      jdbc.sql("insert into instalment values (?, ?, ?, ?, ?)")
          .params(id, number, part.dueOn(), part.amount().amount(), part.amount().currency())
          .update();
    }
    change("due_on = ?, deferred = true", number, instalments.get(instalments.size() - 1).dueOn());
    count(number, 1);
    return Answer.made(wanted.caseNumber(), id, new Plan(id));
  }

  private static Answer paidAlready(String caseNumber) {
    return Answer.refused(caseNumber, "ALREADY_PAID", "The invoice is paid or cancelled already.");
  }

  private Owed owed(String invoiceNumber) {
    return jdbc.sql(
            """
            select status, balance, due_on, dunning_level, reminder_printed, in_collection,
              collection_sent, deferred
            from receivable where invoice_number = ?""")
        .param(invoiceNumber)
        .query(Owed.class)
        .optional()
        .orElseThrow(() -> ProblemException.notFound("invoice of this number"));
  }

  private Kept kept(String holdId) {
    return jdbc.sql("select * from dunning_hold where hold_id = ?")
        .param(holdId)
        .query(Kept.class)
        .optional()
        .orElseThrow(() -> ProblemException.notFound("hold of this number"));
  }

  private void end(Kept hold, String how) {
    jdbc.sql("update dunning_hold set status = ? where hold_id = ?")
        .params(how, hold.holdId())
        .update();
  }

  /** A deferral is one of the customer's, so each of the customer's invoices shows it. */
  private void count(String invoiceNumber, int more) {
    jdbc.sql(
            """
            update receivable set deferrals = deferrals + ? where customer_id =
              (select customer_id from receivable where invoice_number = ?)""")
        .params(more, invoiceNumber)
        .update();
  }

  private void change(String what, String invoiceNumber, Object... values) {
    jdbc.sql("update receivable set " + what + ", changed_at = ? where invoice_number = ?")
        .params(values)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(invoiceNumber)
        .update();
  }

  private record Owed(
      String status,
      BigDecimal balance,
      LocalDate dueOn,
      int dunningLevel,
      boolean reminderPrinted,
      boolean inCollection,
      boolean collectionSent,
      boolean deferred) {}

  private record Kept(
      String holdId, String caseNumber, String invoiceNumber, int dunningLevel, String status) {}

  private record Shown(
      String invoiceNumber,
      String customerId,
      String country,
      boolean business,
      String status,
      Amount total,
      Amount balance,
      LocalDate dueDate,
      boolean disputed,
      boolean directDebit,
      int dunningLevel,
      boolean reminderPrinted,
      boolean inCollection,
      boolean deferred,
      History history) {}

  private record History(int overdueInvoices, int lateOfLastTwo, int cleanMonths, int deferrals) {}

  private record HoldRequest(String caseNumber, String invoiceNumber) {}

  private record Hold(String holdId, int dunningLevel, boolean reminderPrinted) {}

  private record Released(String holdId, LocalDate dueOn) {}

  private record Resumed(String holdId, int resumedLevel) {}

  private record CollectionStop(String caseNumber) {}

  private record Stopped(String stopId) {}

  private record DueDateRequest(String caseNumber, LocalDate dueOn) {}

  private record ChangedDueDate(String invoiceNumber, LocalDate newDueOn) {}

  private record PlanRequest(String caseNumber, List<Instalment> instalments) {}

  private record Instalment(LocalDate dueOn, Amount amount) {}

  private record Plan(String planId) {}
}
