package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.present;
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

/** Invoices and refunds. */
class BillingSystem {

  private static final String NAME = "billing";
  private static final int DAYS_TO_PAY = 30;

  private final JdbcClient jdbc;
  private final Operations operations;
  private final SandboxClock clock;

  BillingSystem(JdbcClient jdbc, Operations operations, SandboxClock clock) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/billing/refunds", this::refund)
        .POST("/billing/invoices", this::invoice)
        .POST("/billing/invoices/{invoiceNumber}/credit", this::credit)
        .GET("/billing/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse refund(ServerRequest request) throws ServletException, IOException {
    RefundRequest wanted = Requests.body(request, RefundRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("customerId", wanted.customerId());
    required("orderNumber", wanted.orderNumber());
    if (present("serialNumbers", wanted.serialNumbers()).isEmpty()) {
      throw ProblemException.badRequest("The field serialNumbers is empty.");
    }
    Amount.required("amount", wanted.amount());
    return operations.once(request, NAME, "refund", wanted, () -> payBack(wanted));
  }

  private Answer payBack(RefundRequest wanted) {
    boolean account =
        jdbc.sql("select has_account from customer where customer_id = ?")
            .param(wanted.customerId())
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("customer of this id"));
    if (!account) {
      return Answer.refused(
          wanted.caseNumber(), "NO_ACCOUNT", "There is no account to pay the customer back to.");
    }
    if (paidBackElsewhere(wanted) || paysBackTooMuch(wanted)) {
      return Answer.refused(
          wanted.caseNumber(), "ALREADY_REFUNDED", "This item has been paid back before.");
    }
    String id = Requests.newId("RFD");
    // The money is one payment; each of its items is paid back by it.
    for (String serialNumber : wanted.serialNumbers()) {
      String rowId =
          wanted.serialNumbers().get(0).equals(serialNumber) ? id : Requests.newId("RFI");
      payBack(wanted, serialNumber, rowId);
    }
    return Answer.made(wanted.caseNumber(), id, new Refund(id));
  }

  /** What is paid later adds to what the case has paid for the item. */
  private void payBack(RefundRequest wanted, String serialNumber, String rowId) {
    int added =
        jdbc.sql("update refund set amount = amount + ? where serial_number = ?")
            .params(wanted.amount().amount(), serialNumber)
            .update();
    if (added == 0) {
      jdbc.sql("insert into refund values (?, ?, ?, ?, ?, ?)")
          .params(
              rowId,
              wanted.caseNumber(),
              wanted.orderNumber(),
              serialNumber,
              wanted.amount().amount(),
              wanted.amount().currency())
          .update();
    }
  }

  private boolean paidBackElsewhere(RefundRequest wanted) {
    return jdbc.sql(
                "select count(*) from refund"
                    + " where serial_number in (:serialNumbers) and case_number <> :caseNumber")
            .param("serialNumbers", wanted.serialNumbers())
            .param("caseNumber", wanted.caseNumber())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** A case may pay back in parts, but all together no more than was paid. */
  private boolean paysBackTooMuch(RefundRequest wanted) {
    BigDecimal paidBack =
        jdbc.sql(
                "select coalesce(sum(amount), 0) from refund"
                    + " where serial_number = :serialNumber and case_number = :caseNumber")
            .param("serialNumber", wanted.serialNumbers().get(0))
            .param("caseNumber", wanted.caseNumber())
            .query(BigDecimal.class)
            .single();
    BigDecimal price =
        jdbc.sql(
                "select coalesce(sum(amount), 0) from order_line"
                    + " where serial_number in (:serialNumbers)")
            .param("serialNumbers", wanted.serialNumbers())
            .query(BigDecimal.class)
            .single();
    BigDecimal delivery =
        jdbc.sql("select coalesce(sum(delivery_cost), 0) from sales_order where order_number = ?")
            .param(wanted.orderNumber())
            .query(BigDecimal.class)
            .single();
    return paidBack.signum() > 0
        && paidBack.add(wanted.amount().amount()).compareTo(price.add(delivery)) > 0;
  }

  private ServerResponse invoice(ServerRequest request) throws ServletException, IOException {
    InvoiceRequest wanted = Requests.body(request, InvoiceRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("customerId", wanted.customerId());
    Amount.required("amount", wanted.amount());
    return operations.once(
        request,
        NAME,
        "invoice",
        wanted,
        () -> {
          String number = Requests.newId("INV");
          LocalDate dueOn = clock.today().plusDays(DAYS_TO_PAY);
          jdbc.sql("insert into invoice values (?, ?, ?, ?, ?, ?, 'OPEN', ?)")
              .params(
                  number,
                  wanted.caseNumber(),
                  wanted.customerId(),
                  wanted.amount().amount(),
                  wanted.amount().currency(),
                  dueOn,
                  clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          return Answer.made(wanted.caseNumber(), number, new Invoice(number, dueOn));
        });
  }

  private ServerResponse credit(ServerRequest request) throws ServletException, IOException {
    String number = request.pathVariable("invoiceNumber");
    return operations.once(
        request, NAME, "credit", Map.of("invoiceNumber", number), () -> takeBack(number));
  }

  private Answer takeBack(String number) {
    String caseNumber =
        jdbc.sql("select case_number from invoice where invoice_number = ?")
            .param(number)
            .query(String.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("invoice of this number"));
    jdbc.sql("update invoice set status = 'CANCELLED', changed_at = ? where invoice_number = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), number)
        .update();
    String credit = Requests.newId("CRN");
    return Answer.made(caseNumber, credit, new Credit(credit));
  }

  private record RefundRequest(
      String caseNumber,
      String customerId,
      String orderNumber,
      List<String> serialNumbers,
      Amount amount,
      Amount deliveryCost) {}

  private record Refund(String refundId) {}

  private record InvoiceRequest(String caseNumber, String customerId, Amount amount) {}

  private record Credit(String creditNumber) {}

  private record Invoice(String invoiceNumber, LocalDate dueOn) {}
}
