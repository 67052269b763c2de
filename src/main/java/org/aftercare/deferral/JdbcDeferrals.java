package org.aftercare.deferral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.TakenObjects;
import org.aftercare.deferral.Agreement.Part;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Hold;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables.PaymentHistory;
import org.aftercare.systems.Receivables.Receivable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;

/** Deferrals in the table {@code payment_deferral}, their payments beside it. */
@Repository
class JdbcDeferrals implements Deferrals {

  private final JdbcClient jdbc;
  private final TakenObjects invoices;

  JdbcDeferrals(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.invoices =
        new TakenObjects(jdbc, transactions, "deferral_claim", "invoice_number", "customer_id");
  }

  @Override
  public void add(PaymentDeferral deferral) {
    jdbc.sql(
            """
            insert into payment_deferral (
              case_number, customer_id, country, invoice_number, requested_on, pay_on,
              instalments, circumstance, invoice_customer, invoice_country, business, status,
              total, balance, currency, due_on, disputed, direct_debit, dunning_level,
              reminder_printed, in_collection, deferred_before, overdue_invoices,
              late_of_last_two, clean_months, deferrals, hold_id, held_level, held_printed,
              hold_stands, booked, finding)
            values (
              :caseNumber, :customerId, :country, :invoiceNumber, :requestedOn, :payOn,
              :instalments, :circumstance, :invoiceCustomer, :invoiceCountry, :business, :status,
              :total, :balance, :currency, :dueOn, :disputed, :directDebit, :dunningLevel,
              :reminderPrinted, :inCollection, :deferredBefore, :overdueInvoices,
              :lateOfLastTwo, :cleanMonths, :deferrals, :holdId, :heldLevel, :heldPrinted,
              :holdStands, :booked, :finding)
            """)
        .params(columns(deferral))
        .update();
    addParts(deferral);
  }

  @Override
  public void change(PaymentDeferral deferral) {
    jdbc.sql(
            """
            update payment_deferral set
              country = :country, invoice_customer = :invoiceCustomer,
              invoice_country = :invoiceCountry, business = :business, status = :status,
              total = :total, balance = :balance, currency = :currency, due_on = :dueOn,
              disputed = :disputed, direct_debit = :directDebit, dunning_level = :dunningLevel,
              reminder_printed = :reminderPrinted, in_collection = :inCollection,
              deferred_before = :deferredBefore, overdue_invoices = :overdueInvoices,
              late_of_last_two = :lateOfLastTwo, clean_months = :cleanMonths,
              deferrals = :deferrals, hold_id = :holdId, held_level = :heldLevel,
              held_printed = :heldPrinted, hold_stands = :holdStands, booked = :booked,
              finding = :finding
            where case_number = :caseNumber
            """)
        .params(columns(deferral))
        .update();
    jdbc.sql("delete from deferral_payment where case_number = ?")
        .param(deferral.caseNumber())
        .update();
    addParts(deferral);
  }

  private void addParts(PaymentDeferral deferral) {
    if (deferral.agreement() == null) {
      return;
    }
    int ordinal = 0;
    for (Part part : deferral.agreement().parts()) {
      ordinal++;
      jdbc.sql("insert into deferral_payment values (?, ?, ?, ?, ?, ?)")
          .params(
              deferral.caseNumber(),
              ordinal,
              part.dueOn(),
              part.amount().amount(),
              part.amount().currency(),
              part.reminded())
          .update();
    }
  }

  private static Map<String, Object> columns(PaymentDeferral deferral) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", deferral.caseNumber());
    columns.put("customerId", deferral.customerId());
    columns.put("country", deferral.country());
    columns.put("invoiceNumber", deferral.invoiceNumber());
    columns.put("requestedOn", deferral.requestedOn());
    columns.put("payOn", deferral.wish().payOn());
    columns.put("instalments", deferral.wish().instalments());
    columns.put("circumstance", deferral.wish().circumstance().name());
    putInvoice(columns, deferral.invoice());
    Hold hold = deferral.hold();
    columns.put("holdId", hold == null ? null : hold.holdId());
    columns.put("heldLevel", hold == null ? null : hold.dunningLevel());
    columns.put("heldPrinted", hold == null ? null : hold.reminderPrinted());
    columns.put("holdStands", hold == null ? null : hold.stands());
    columns.put("booked", deferral.agreement() != null && deferral.agreement().booked());
    columns.put("finding", deferral.finding());
    return columns;
  }

  private static void putInvoice(Map<String, Object> columns, Receivable invoice) {
    boolean read = invoice != null;
    columns.put("invoiceCustomer", read ? invoice.customerId() : null);
    columns.put("invoiceCountry", read ? invoice.country() : null);
    columns.put("business", read ? invoice.business() : null);
    columns.put("status", read ? invoice.status().name() : null);
    columns.put("total", read ? invoice.total().amount() : null);
    columns.put("balance", read ? invoice.balance().amount() : null);
    columns.put("currency", read ? invoice.balance().currency() : null);
    columns.put("dueOn", read ? invoice.dueDate() : null);
    columns.put("disputed", read ? invoice.disputed() : null);
    columns.put("directDebit", read ? invoice.directDebit() : null);
    columns.put("dunningLevel", read ? invoice.dunningLevel() : null);
    columns.put("reminderPrinted", read ? invoice.reminderPrinted() : null);
    columns.put("inCollection", read ? invoice.inCollection() : null);
    columns.put("deferredBefore", read ? invoice.deferred() : null);
    columns.put("overdueInvoices", read ? invoice.history().overdueInvoices() : null);
    columns.put("lateOfLastTwo", read ? invoice.history().lateOfLastTwo() : null);
    columns.put("cleanMonths", read ? invoice.history().cleanMonths() : null);
    columns.put("deferrals", read ? invoice.history().deferrals() : null);
  }

  @Override
  public Optional<PaymentDeferral> find(String caseNumber) {
    List<Part> parts =
        jdbc.sql("select * from deferral_payment where case_number = ? order by ordinal")
            .param(caseNumber)
            .query(
                (row, n) ->
                    new Part(
                        row.getObject("due_on", LocalDate.class),
                        Money.stored(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getBoolean("reminded")))
            .list();
    return jdbc.sql("select * from payment_deferral where case_number = ?")
        .param(caseNumber)
        .query(
            (row, n) ->
                deferral(
                    row, parts.isEmpty() ? null : new Agreement(parts, row.getBoolean("booked"))))
        .optional();
  }

  private static PaymentDeferral deferral(ResultSet row, Agreement agreement) throws SQLException {
    return new PaymentDeferral(
        row.getString("case_number"),
        row.getString("customer_id"),
        row.getString("country"),
        row.getString("invoice_number"),
        row.getObject("requested_on", LocalDate.class),
        new Wish(
            row.getObject("pay_on", LocalDate.class),
            row.getInt("instalments"),
            Circumstance.valueOf(row.getString("circumstance"))),
        row.getString("status") == null ? null : invoice(row),
        row.getString("hold_id") == null ? null : hold(row),
        agreement,
        row.getString("finding"));
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        row.getString("hold_id"),
        row.getInt("held_level"),
        row.getBoolean("held_printed"),
        row.getBoolean("hold_stands"));
  }

  private static Receivable invoice(ResultSet row) throws SQLException {
    return new Receivable(
        row.getString("invoice_number"),
        row.getString("invoice_customer"),
        row.getString("invoice_country"),
        row.getBoolean("business"),
        Receivable.Status.valueOf(row.getString("status")),
        Money.stored(row.getBigDecimal("total"), row.getString("currency")),
        Money.stored(row.getBigDecimal("balance"), row.getString("currency")),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("disputed"),
        row.getBoolean("direct_debit"),
        row.getInt("dunning_level"),
        row.getBoolean("reminder_printed"),
        row.getBoolean("in_collection"),
        row.getBoolean("deferred_before"),
        new PaymentHistory(
            row.getInt("overdue_invoices"),
            row.getInt("late_of_last_two"),
            row.getInt("clean_months"),
            row.getInt("deferrals")));
  }

  @Override
  public boolean take(String invoiceNumber, String customerId, String caseNumber) {
    return invoices.take(caseNumber, invoiceNumber, customerId);
  }

  @Override
  public Optional<String> holder(String invoiceNumber, String customerId) {
    return invoices.holder(invoiceNumber, customerId);
  }

  @Override
  public void release(String caseNumber) {
    invoices.release(caseNumber);
  }
}
