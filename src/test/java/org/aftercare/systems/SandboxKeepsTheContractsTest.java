package org.aftercare.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aftercare.sandbox.SandboxServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers the adapters as the contracts say: both were built from them alone. */
class SandboxKeepsTheContractsTest {

  private static final String TOKEN = "token-of-the-test";
  private static final Address RINGVAGEN = new Address("Ringvägen 12", "118 60", "Stockholm", "SE");

  private static SandboxServer sandbox;
  private static ConnectedAdapters adapters;

  @BeforeAll
  static void start() {
    sandbox =
        SandboxServer.start(
            Map.of(
                "aftercare.sandbox.port",
                0,
                "aftercare.sandbox.smtp-port",
                0,
                "aftercare.sandbox.database",
                "jdbc:h2:mem:contracts;DB_CLOSE_DELAY=-1",
                "aftercare.sandbox.token",
                TOKEN));
    adapters = ConnectedAdapters.to(sandbox.url(), TOKEN);
  }

  @AfterAll
  static void stop() {
    adapters.close();
    sandbox.close();
  }

  @Test
  void crm() {
    Crm crm = adapters.get(Crm.class);
    assertThat(crm.customer("C-1001").orElseThrow().name()).isEqualTo("Astrid Lindqvist");
    assertThat(crm.customer("C-404")).isEmpty();
    assertThat(crm.served("BROADBAND", "SE", "7522", null, 10).orElseThrow())
        .isEqualTo(new Crm.Served(List.of(crm.customer("C-1001").orElseThrow()), false));
    assertThat(crm.served("BROADBAND", "SE", "7522", "C-1001", 10).orElseThrow().customers())
        .isEmpty();
    List<String> inPages = new ArrayList<>();
    Crm.Served page;
    do {
      page =
          crm.served(
                  "BROADBAND",
                  "SE",
                  null,
                  inPages.isEmpty() ? null : inPages.get(inPages.size() - 1),
                  3)
              .orElseThrow();
      page.customers().forEach(customer -> inPages.add(customer.customerId()));
    } while (page.more());
    assertThat(inPages)
        .hasSizeGreaterThan(3)
        .isEqualTo(
            crm.served("BROADBAND", "SE", null, null, 1000).orElseThrow().customers().stream()
                .map(Crm.CustomerRecord::customerId)
                .toList());
    assertThat(crm.served("PNEUMATIC_POST", "SE", null, null, 10)).isEmpty();
    Crm.Filed filed =
        crm.fileOutcome("crm-1", new Crm.Outcome("C-1001", "W-1", "warranty-claim", "REPAIRED"));
    assertThat(crm.findFiled("crm-1")).contains(filed);
    assertThat(crm.findFiled("crm-2")).isEmpty();
  }

  @Test
  void orders() {
    Orders orders = adapters.get(Orders.class);
    Orders.OrderLine line = orders.order("O-50001").orElseThrow().lines().get(0);
    assertThat(line.serialNumber()).isEqualTo("NK-RF-300-0001");
    assertThat(orders.order("O-404")).isEmpty();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(orders.sales(today.minusYears(1), today, 0).products())
        .extracting(Orders.UnitsSold::sku)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .isSorted();
    Orders.Replacement replacement =
        orders.orderReplacement(
            "orders-1",
            new Orders.ReplacementRequest("W-1", "O-50001", line.sku(), line.serialNumber()));
    assertThat(orders.findReplacement("orders-1")).contains(replacement);
    Orders.Cancelled cancelled = orders.cancelReplacement("orders-2", replacement.replacementId());
    assertThat(orders.findCancelled("orders-2")).contains(cancelled);
    assertThat(orders.findCancelled("orders-3")).isEmpty();
    Orders.OrderCount count =
        orders.orderCount("C-1001", LocalDate.now(Clock.systemUTC()).minusYears(20));
    assertThat(count.orders()).isPositive();
    assertThat(count.items()).isGreaterThanOrEqualTo(count.orders());
    assertThat(orders.orderCount("C-1001", LocalDate.now(Clock.systemUTC()).plusDays(1)))
        .isEqualTo(new Orders.OrderCount(0, 0));
    Orders.Restocked restocked =
        orders.restock(
            "orders-4", new Orders.RestockRequest("R-1", "O-50001", List.of(line.serialNumber())));
    assertThat(orders.findRestocked("orders-4")).contains(restocked);
  }

  @Test
  void contracts() {
    Contracts contracts = adapters.get(Contracts.class);
    assertThat(contracts.guarantee("NK-RF-300-0001").extendedMonths()).isZero();
    assertThat(contracts.guarantee("NOBODY-KNOWS"))
        .isEqualTo(new Contracts.Guarantee("NOBODY-KNOWS", null, 0));
    Contracts.Extension extension = contracts.extend("contracts-1", "NK-RF-300-0001", 12, "W-1");
    assertThat(extension.months()).isEqualTo(12);
    assertThat(contracts.findExtension("contracts-1")).contains(extension);
    refuses("ALREADY_EXTENDED", () -> contracts.extend("contracts-2", "NK-RF-300-0001", 12, "W-1"));
    refuses("ALREADY_EXTENDED", () -> contracts.findExtension("contracts-2"));
    assertThat(contracts.findExtension("contracts-3")).isEmpty();
  }

  @Test
  void parts() {
    Parts parts = adapters.get(Parts.class);
    Parts.RepairEstimate estimate = parts.estimate(sku(), "NOT_COOLING");
    assertThat(estimate.partNumber()).isEqualTo("P-COMP-300");
    Parts.Reservation reservation = parts.reserve("parts-1", "W-1", estimate.partNumber(), 1);
    assertThat(parts.reserve("parts-1", "W-1", estimate.partNumber(), 1)).isEqualTo(reservation);
    assertThat(parts.findReservation("parts-1")).contains(reservation);
    Parts.Released released = parts.release("parts-2", reservation.reservationId());
    assertThat(parts.findReleased("parts-2")).contains(released);
    assertThat(parts.findReservation("parts-3")).isEmpty();
    assertThatThrownBy(() -> parts.estimate("no-such-product", "NOISE"))
        .isInstanceOf(SystemUnavailableException.class);
  }

  @Test
  void shipping() {
    Shipping shipping = adapters.get(Shipping.class);
    Shipping.Shipment shipment =
        shipping.ship(
            "shipping-1",
            new Shipping.ShipmentRequest(
                "W-1", Shipping.Direction.PICK_UP, "ITEM", "Astrid", "+46701740605", RINGVAGEN));
    assertThat(shipping.findShipment("shipping-1")).contains(shipment);
    Shipping.CancelledShipment cancelled = shipping.cancel("shipping-2", shipment.shipmentId());
    assertThat(cancelled.outcome()).isEqualTo(Shipping.Cancelling.CANCELLED);
    assertThat(shipping.findCancelled("shipping-2")).contains(cancelled);
    assertThat(shipping.findShipment("shipping-3")).isEmpty();
    Shipping.CarrierClaim claim =
        shipping.claim(
            "shipping-4",
            new Shipping.ClaimRequest(
                "W-1",
                shipment.shipmentId(),
                Shipping.Mishap.LOST,
                new Money(new BigDecimal("8990.00"), "SEK")));
    assertThat(shipping.findClaim("shipping-4")).contains(claim);
  }

  @Test
  void booking() {
    Booking booking = adapters.get(Booking.class);
    Booking.Appointment appointment =
        booking.book(
            "booking-1",
            new Booking.VisitRequest(
                "W-1",
                "refrigerator",
                LocalDate.now(Clock.systemUTC()).plusDays(3),
                "Astrid",
                null,
                RINGVAGEN));
    assertThat(booking.findAppointment("booking-1")).contains(appointment);
    Booking.CancelledVisit cancelled = booking.cancel("booking-2", appointment.appointmentId());
    assertThat(booking.findCancelled("booking-2")).contains(cancelled);
    assertThat(booking.findCancelled("booking-3")).isEmpty();
  }

  private static Billing.RefundRequest fridge(String caseNumber, String amount) {
    return new Billing.RefundRequest(
        caseNumber,
        "C-1001",
        "O-50001",
        List.of("NK-RF-300-0001"),
        new Money(new BigDecimal(amount), "SEK"),
        new Money(BigDecimal.ZERO, "SEK"));
  }

  @Test
  void billing() {
    Billing billing = adapters.get(Billing.class);
    Billing.RefundRequest request = fridge("W-1", "8000.00");
    Billing.Refund refund = billing.refund("billing-1", request);
    assertThat(billing.findRefund("billing-1")).contains(refund);
    refuses("ALREADY_REFUNDED", () -> billing.refund("billing-2", request));
    refuses("ALREADY_REFUNDED", () -> billing.findRefund("billing-2"));
    refuses("ALREADY_REFUNDED", () -> billing.refund("billing-5", fridge("W-2", "990.00")));
    assertThat(billing.refund("billing-6", fridge("W-1", "990.00"))).as("the rest").isNotNull();
    refuses("ALREADY_REFUNDED", () -> billing.refund("billing-7", fridge("W-1", "990.00")));
    Billing.Invoice invoice =
        billing.invoice(
            "billing-3",
            new Billing.InvoiceRequest(
                "W-1", "C-1001", new Money(new BigDecimal("2450.50"), "SEK")));
    assertThat(billing.findInvoice("billing-3")).contains(invoice);
    assertThat(billing.findInvoice("billing-4")).isEmpty();
  }

  @Test
  void services() {
    ServiceOrders orders = adapters.get(ServiceOrders.class);
    LocalDate today = LocalDate.now(Clock.systemUTC());
    ServiceOrders.ServiceOrder order =
        orders.place(
            "service-1",
            new ServiceOrders.ServiceOrderRequest("A-1", "C-1001", "CARE-PLUS", today, null));
    assertThat(orders.findPlaced("service-1")).contains(order);
    ServiceOrders.CancelledServiceOrder cancelled =
        orders.cancel("service-2", order.serviceOrderId());
    assertThat(orders.findCancelled("service-2")).contains(cancelled);
    refuses(
        "NOT_AVAILABLE",
        () ->
            orders.place(
                "service-3",
                new ServiceOrders.ServiceOrderRequest(
                    "A-1", "C-1001", "WATER-GUARD", today, null)));
    assertThat(orders.findPlaced("service-4")).isEmpty();
  }

  @Test
  void subscriptions() {
    Subscriptions billing = adapters.get(Subscriptions.class);
    Subscriptions.Plan plan = billing.plan("CARE-PLUS", "SE").orElseThrow();
    assertThat(plan.monthlyPrice().currency()).isEqualTo("SEK");
    assertThat(billing.plan("CARE-PLUS", "DE").orElseThrow().monthlyPrice())
        .isEqualTo(new Money(new BigDecimal("10.00"), "EUR"));
    assertThat(billing.plan("CARE-PLUS", "FR")).isEmpty();
    assertThat(billing.standing("C-1012").orElseThrow().blocked()).isTrue();
    assertThat(billing.standing("C-404").orElseThrow().subscriptions()).isEmpty();
    Subscriptions.Standing before = billing.standing("C-1002").orElseThrow();
    assertThat(before.subscriptions())
        .containsExactly(new Subscriptions.Subscription("SUB-1001", "CARE-BASIC", "care", 1));
    Subscriptions.Charge charge = billing.start("charge-1", charge("C-1002", plan, "SUB-1001"));
    assertThat(billing.findStarted("charge-1")).contains(charge);
    assertThat(billing.standing("C-1002").orElseThrow().subscriptions())
        .as("the new one in place of the old one")
        .extracting(Subscriptions.Subscription::planCode)
        .containsExactly("CARE-PLUS");

    Subscriptions.StoppedCharge stopped = billing.stop("charge-2", charge.subscriptionId());

    assertThat(billing.findStopped("charge-2")).contains(stopped);
    assertThat(billing.standing("C-1002").orElseThrow())
        .as("as if it had never been")
        .isEqualTo(before);
    refuses("NO_PAYMENT_METHOD", () -> billing.start("charge-3", charge("C-1211", plan, null)));
    assertThat(billing.findStarted("charge-4")).isEmpty();
  }

  private static Subscriptions.ChargeRequest charge(
      String customer, Subscriptions.Plan plan, String replaces) {
    return new Subscriptions.ChargeRequest(
        "A-1",
        customer,
        plan.planCode(),
        plan.monthlyPrice(),
        LocalDate.now(Clock.systemUTC()),
        replaces);
  }

  @Test
  void revenue() {
    Revenue revenue = adapters.get(Revenue.class);
    Money price = new Money(new BigDecimal("120.00"), "SEK");
    LocalDate today = LocalDate.now(Clock.systemUTC());
    Revenue.RevenueBooking booking =
        revenue.book("revenue-1", new Revenue.RevenueRequest("A-1", "CARE-PLUS", price, today));
    assertThat(revenue.findBooked("revenue-1")).contains(booking);
    Revenue.RevenueReversal reversal = revenue.reverse("revenue-2", booking.bookingId());
    assertThat(revenue.findReversed("revenue-2")).contains(reversal);
    refuses(
        "NO_REVENUE_ACCOUNT",
        () ->
            revenue.book(
                "revenue-3", new Revenue.RevenueRequest("A-1", "AIR-GUARD", price, today)));
    assertThat(revenue.findBooked("revenue-4")).isEmpty();
  }

  @Test
  void dunning() {
    Receivables receivables = adapters.get(Receivables.class);
    Receivables.Receivable invoice = receivables.receivable("I-70001").orElseThrow();
    assertThat(invoice.customerId()).isEqualTo("C-1001");
    assertThat(receivables.receivable("I-404")).isEmpty();
    Receivables.DunningHold hold =
        receivables.holdDunning("dunning-1", new Receivables.HoldRequest("D-1", "I-70001"));
    assertThat(receivables.findHold("dunning-1")).contains(hold);
    LocalDate later = invoice.dueDate().plusDays(9);
    Receivables.ChangedDueDate changed =
        receivables.changeDueDate(
            "dunning-2", "I-70001", new Receivables.DueDateRequest("D-1", later));
    assertThat(receivables.findChangedDueDate("dunning-2")).contains(changed);
    assertThat(receivables.receivable("I-70001").orElseThrow().dueDate()).isEqualTo(later);
    assertThat(receivables.receivable("I-70002").orElseThrow().history().deferrals()).isEqualTo(1);

    Receivables.ReleasedHold released = receivables.releaseHold("dunning-3", hold.holdId());

    assertThat(released.dueOn()).as("as if it had never been").isEqualTo(invoice.dueDate());
    assertThat(receivables.findReleased("dunning-3")).contains(released);
    assertThat(receivables.receivable("I-70001")).contains(invoice);
    refuses(
        "IN_COLLECTION",
        () -> receivables.holdDunning("dunning-4", new Receivables.HoldRequest("D-1", "I-70014")));
    refuses("IN_COLLECTION", () -> receivables.findHold("dunning-4"));
    refuses("COLLECTION_SENT", () -> receivables.stopCollection("dunning-5", "I-70018", "D-1"));
    Receivables.StoppedCollection stopped =
        receivables.stopCollection("dunning-6", "I-70017", "D-1");
    assertThat(receivables.findStopped("dunning-6")).contains(stopped);
    assertThat(receivables.receivable("I-70017").orElseThrow().directDebit()).isFalse();
    assertThat(receivables.findStopped("dunning-7")).isEmpty();
  }

  @Test
  void accounting() {
    Accounting accounting = adapters.get(Accounting.class);
    Accounting.Recovery recovery =
        accounting.recover(
            "accounting-1",
            new Accounting.RecoveryRequest(
                "W-1", "nordkyl", "NK-RF-300", new Money(new BigDecimal("2450.00"), "SEK")));
    assertThat(accounting.findRecovery("accounting-1")).contains(recovery);
    assertThat(accounting.findRecovery("accounting-2")).isEmpty();
  }

  /** Field by field, beyond what the adapters look at. */
  @ParameterizedTest
  @CsvSource({
    "crm, customers/C-1001, CustomerRecord",
    "crm, services/BROADBAND/customers?country=SE&limit=5, Served",
    "orders, orders/O-50001, Order",
    "orders, sales?from=2020-01-01&until=2020-12-31&page=0, Sales",
    "billing, plans/CARE-PLUS?country=SE, Plan",
    "billing, customers/C-1003/standing, Standing",
    "billing, invoices/I-70001, Receivable",
    "contracts, guarantees/NK-RF-300-0002, Guarantee",
    "parts, repair-estimates?sku={sku}&symptom=NOT_COOLING, RepairEstimate"
  })
  void keepsTheSchema(String system, String path, String schema) throws Exception {
    JsonNode reply = get(system, path.replace("{sku}", sku()), 200);
    assertThat(Contract.of(system).faults(schema, reply)).isEmpty();
    assertThat(reply.properties())
        .extracting(Map.Entry::getKey)
        .isSubsetOf(
            Contract.of(system).schema(schema).get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"crm, customers/C-404", "orders, orders/O-404", "accounting, operations/never"})
  void saysWhatItDoesNotKnowAsAProblem(String system, String path) throws Exception {
    assertThat(Contract.of(system).faults("Problem", get(system, path, 404))).isEmpty();
  }

  @Test
  void knowsItsClientsByTheirToken() {
    ConnectedAdapters stranger = ConnectedAdapters.to(sandbox.url(), "another-token");
    try {
      assertThatThrownBy(() -> stranger.get(Crm.class).customer("C-1001"))
          .isInstanceOf(SystemUnavailableException.class)
          .hasMessage("crm: customer: answered with status 401");
    } finally {
      stranger.close();
    }
  }

  private static String sku() {
    return adapters.get(Orders.class).order("O-50001").orElseThrow().lines().get(0).sku();
  }

  private static JsonNode get(String system, String path, int status) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "/" + system + "/" + path))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(status);
    return JsonMapper.builder().build().readTree(response.body());
  }

  private static void refuses(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SystemRefusalException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
