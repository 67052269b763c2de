package org.aftercare.systems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A call of a port's method with the values of the contracts' examples.
 *
 * @param operation the contract's operation that it leads to
 * @param reply the schema of its reply
 */
record PortCall(
    String system, String operation, String reply, Function<ConnectedAdapters, Object> method) {

  static final String KEY = "7f1c2a58-c6a1-11f0-9d1b-0242ac120002:reserve-part:1";

  private static final String CASE = "W-7K3M-2QPX";
  private static final String ACTIVATION = "A-7K3M-2QPX";
  private static final LocalDate STARTS_ON = LocalDate.of(2026, 12, 1);
  private static final Money MONTHLY = new Money(new BigDecimal("120.00"), "SEK");
  private static final String RETURN = "R-7K3M-2QPX";
  private static final String DEFERRAL = "D-7K3M-2QPX";
  private static final String SERIAL = "NK-RF-300-0001";
  private static final Money PRICE = new Money(new BigDecimal("8990.00"), "SEK");
  private static final Address ADDRESS = new Address("Ringvägen 12", "118 60", "Stockholm", "SE");

  /** What the port gives; the content of an {@link Optional} or {@code null}. */
  Object make(ConnectedAdapters adapters) {
    Object answer = method.apply(adapters);
    return answer instanceof Optional<?> optional ? optional.orElse(null) : answer;
  }

  Contract contract() {
    return Contract.of(system);
  }

  @Override
  public String toString() {
    return system + " " + operation + " → " + reply;
  }

  /** Every method of every port. */
  static List<PortCall> all() {
    return List.of(
        call("crm", "customer", "CustomerRecord", Crm.class, crm -> crm.customer("C-1001")),
        call(
            "crm",
            "fileOutcome",
            "Filed",
            Crm.class,
            crm ->
                crm.fileOutcome(
                    KEY, new Crm.Outcome("C-1001", CASE, "warranty-claim", "REPAIRED"))),
        call(
            "crm",
            "served",
            "Served",
            Crm.class,
            crm -> crm.served("BROADBAND", "SE", "75", "C-1000", 500)),
        call("crm", "operation", "Filed", Crm.class, crm -> crm.findFiled(KEY)),
        call("orders", "order", "Order", Orders.class, orders -> orders.order("O-50001")),
        call(
            "orders",
            "sales",
            "Sales",
            Orders.class,
            orders -> orders.sales(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22), 0)),
        call(
            "orders",
            "orderReplacement",
            "Replacement",
            Orders.class,
            orders ->
                orders.orderReplacement(
                    KEY, new Orders.ReplacementRequest(CASE, "O-50001", "NK-RF-300", SERIAL))),
        call(
            "orders",
            "operation",
            "Replacement",
            Orders.class,
            orders -> orders.findReplacement(KEY)),
        call(
            "orders",
            "cancelReplacement",
            "Cancelled",
            Orders.class,
            orders -> orders.cancelReplacement(KEY, "R-3008")),
        call("orders", "operation", "Cancelled", Orders.class, orders -> orders.findCancelled(KEY)),
        call(
            "orders",
            "orderCount",
            "OrderCount",
            Orders.class,
            orders -> orders.orderCount("C-1001", LocalDate.of(2026, 5, 22))),
        call(
            "orders",
            "restock",
            "Restocked",
            Orders.class,
            orders ->
                orders.restock(KEY, new Orders.RestockRequest(RETURN, "O-50001", List.of(SERIAL)))),
        call("orders", "operation", "Restocked", Orders.class, orders -> orders.findRestocked(KEY)),
        call(
            "contracts",
            "guarantee",
            "Guarantee",
            Contracts.class,
            contracts -> contracts.guarantee(SERIAL)),
        call(
            "contracts",
            "extend",
            "Extension",
            Contracts.class,
            contracts -> contracts.extend(KEY, SERIAL, 12, CASE)),
        call(
            "contracts",
            "operation",
            "Extension",
            Contracts.class,
            contracts -> contracts.findExtension(KEY)),
        call(
            "parts",
            "estimate",
            "RepairEstimate",
            Parts.class,
            parts -> parts.estimate("NK-RF-300", "NOT_COOLING")),
        call(
            "parts",
            "reserve",
            "Reservation",
            Parts.class,
            parts -> parts.reserve(KEY, CASE, "P-COMP-300", 1)),
        call("parts", "operation", "Reservation", Parts.class, parts -> parts.findReservation(KEY)),
        call("parts", "release", "Released", Parts.class, parts -> parts.release(KEY, "RES-4711")),
        call("parts", "operation", "Released", Parts.class, parts -> parts.findReleased(KEY)),
        call(
            "shipping",
            "ship",
            "Shipment",
            Shipping.class,
            shipping ->
                shipping.ship(
                    KEY,
                    new Shipping.ShipmentRequest(
                        CASE,
                        Shipping.Direction.PICK_UP,
                        "ITEM",
                        "Astrid Lindqvist",
                        "+46701740605",
                        ADDRESS))),
        call(
            "shipping",
            "operation",
            "Shipment",
            Shipping.class,
            shipping -> shipping.findShipment(KEY)),
        call(
            "shipping",
            "cancel",
            "CancelledShipment",
            Shipping.class,
            shipping -> shipping.cancel(KEY, "S-9001")),
        call(
            "shipping",
            "operation",
            "CancelledShipment",
            Shipping.class,
            shipping -> shipping.findCancelled(KEY)),
        call(
            "shipping",
            "claim",
            "CarrierClaim",
            Shipping.class,
            shipping ->
                shipping.claim(
                    KEY, new Shipping.ClaimRequest(RETURN, "S-9001", Shipping.Mishap.LOST, PRICE))),
        call(
            "shipping",
            "operation",
            "CarrierClaim",
            Shipping.class,
            shipping -> shipping.findClaim(KEY)),
        call(
            "booking",
            "book",
            "Appointment",
            Booking.class,
            booking ->
                booking.book(
                    KEY,
                    new Booking.VisitRequest(
                        CASE,
                        "refrigerator",
                        LocalDate.of(2026, 11, 26),
                        "Astrid Lindqvist",
                        null,
                        ADDRESS))),
        call(
            "booking",
            "operation",
            "Appointment",
            Booking.class,
            booking -> booking.findAppointment(KEY)),
        call(
            "booking",
            "cancel",
            "CancelledVisit",
            Booking.class,
            booking -> booking.cancel(KEY, "A-610")),
        call(
            "booking",
            "operation",
            "CancelledVisit",
            Booking.class,
            booking -> booking.findCancelled(KEY)),
        call(
            "billing",
            "refund",
            "Refund",
            Billing.class,
            billing ->
                billing.refund(
                    KEY,
                    new Billing.RefundRequest(
                        CASE,
                        "C-1001",
                        "O-50001",
                        List.of(SERIAL),
                        PRICE,
                        new Money(BigDecimal.ZERO, "SEK")))),
        call("billing", "operation", "Refund", Billing.class, billing -> billing.findRefund(KEY)),
        call(
            "billing",
            "invoice",
            "Invoice",
            Billing.class,
            billing -> billing.invoice(KEY, new Billing.InvoiceRequest(CASE, "C-1001", PRICE))),
        call("billing", "operation", "Invoice", Billing.class, billing -> billing.findInvoice(KEY)),
        call(
            "billing",
            "credit",
            "Credit",
            Billing.class,
            billing -> billing.credit(KEY, "I-80012")),
        call("billing", "operation", "Credit", Billing.class, billing -> billing.findCredit(KEY)),
        call(
            "billing",
            "receivable",
            "Receivable",
            Receivables.class,
            receivables -> receivables.receivable("I-70001")),
        call(
            "billing",
            "holdDunning",
            "DunningHold",
            Receivables.class,
            receivables ->
                receivables.holdDunning(KEY, new Receivables.HoldRequest(DEFERRAL, "I-70001"))),
        call(
            "billing",
            "operation",
            "DunningHold",
            Receivables.class,
            receivables -> receivables.findHold(KEY)),
        call(
            "billing",
            "releaseHold",
            "ReleasedHold",
            Receivables.class,
            receivables -> receivables.releaseHold(KEY, "H-3001")),
        call(
            "billing",
            "operation",
            "ReleasedHold",
            Receivables.class,
            receivables -> receivables.findReleased(KEY)),
        call(
            "billing",
            "resumeDunning",
            "ResumedDunning",
            Receivables.class,
            receivables -> receivables.resumeDunning(KEY, "H-3001")),
        call(
            "billing",
            "operation",
            "ResumedDunning",
            Receivables.class,
            receivables -> receivables.findResumed(KEY)),
        call(
            "billing",
            "stopCollection",
            "StoppedCollection",
            Receivables.class,
            receivables -> receivables.stopCollection(KEY, "I-70001", DEFERRAL)),
        call(
            "billing",
            "operation",
            "StoppedCollection",
            Receivables.class,
            receivables -> receivables.findStopped(KEY)),
        call(
            "billing",
            "changeDueDate",
            "ChangedDueDate",
            Receivables.class,
            receivables ->
                receivables.changeDueDate(
                    KEY,
                    "I-70001",
                    new Receivables.DueDateRequest(DEFERRAL, LocalDate.of(2026, 12, 24)))),
        call(
            "billing",
            "operation",
            "ChangedDueDate",
            Receivables.class,
            receivables -> receivables.findChangedDueDate(KEY)),
        call(
            "billing",
            "planInstalments",
            "InstalmentPlan",
            Receivables.class,
            receivables ->
                receivables.planInstalments(
                    KEY,
                    "I-70001",
                    new Receivables.PlanRequest(
                        DEFERRAL,
                        List.of(
                            new Receivables.Instalment(LocalDate.of(2026, 12, 24), PRICE),
                            new Receivables.Instalment(LocalDate.of(2027, 1, 23), PRICE))))),
        call(
            "billing",
            "operation",
            "InstalmentPlan",
            Receivables.class,
            receivables -> receivables.findPlan(KEY)),
        call(
            "accounting",
            "recover",
            "Recovery",
            Accounting.class,
            accounting ->
                accounting.recover(
                    KEY, new Accounting.RecoveryRequest(CASE, "nordkyl", "NK-RF-300", PRICE))),
        call(
            "accounting",
            "operation",
            "Recovery",
            Accounting.class,
            accounting -> accounting.findRecovery(KEY)),
        call(
            "orders",
            "placeService",
            "ServiceOrder",
            ServiceOrders.class,
            orders ->
                orders.place(
                    KEY,
                    new ServiceOrders.ServiceOrderRequest(
                        ACTIVATION, "C-1001", "CARE-PLUS", STARTS_ON, null))),
        call(
            "orders",
            "operation",
            "ServiceOrder",
            ServiceOrders.class,
            orders -> orders.findPlaced(KEY)),
        call(
            "orders",
            "cancelService",
            "CancelledServiceOrder",
            ServiceOrders.class,
            orders -> orders.cancel(KEY, "SVO-2001")),
        call(
            "orders",
            "operation",
            "CancelledServiceOrder",
            ServiceOrders.class,
            orders -> orders.findCancelled(KEY)),
        call(
            "billing",
            "plan",
            "Plan",
            Subscriptions.class,
            billing -> billing.plan("CARE-PLUS", "SE")),
        call(
            "billing",
            "standing",
            "Standing",
            Subscriptions.class,
            billing -> billing.standing("C-1002")),
        call(
            "billing",
            "startSubscription",
            "Charge",
            Subscriptions.class,
            billing ->
                billing.start(
                    KEY,
                    new Subscriptions.ChargeRequest(
                        ACTIVATION, "C-1002", "CARE-PLUS", MONTHLY, STARTS_ON, "SUB-1001"))),
        call(
            "billing",
            "operation",
            "Charge",
            Subscriptions.class,
            billing -> billing.findStarted(KEY)),
        call(
            "billing",
            "stopSubscription",
            "StoppedCharge",
            Subscriptions.class,
            billing -> billing.stop(KEY, "SUB-1001")),
        call(
            "billing",
            "operation",
            "StoppedCharge",
            Subscriptions.class,
            billing -> billing.findStopped(KEY)),
        call(
            "accounting",
            "bookRevenue",
            "RevenueBooking",
            Revenue.class,
            revenue ->
                revenue.book(
                    KEY, new Revenue.RevenueRequest(ACTIVATION, "CARE-PLUS", MONTHLY, STARTS_ON))),
        call(
            "accounting",
            "operation",
            "RevenueBooking",
            Revenue.class,
            revenue -> revenue.findBooked(KEY)),
        call(
            "accounting",
            "reverseRevenue",
            "RevenueReversal",
            Revenue.class,
            revenue -> revenue.reverse(KEY, "REV-2001")),
        call(
            "accounting",
            "operation",
            "RevenueReversal",
            Revenue.class,
            revenue -> revenue.findReversed(KEY)));
  }

  private static <P> PortCall call(
      String system, String operation, String reply, Class<P> port, Function<P, Object> method) {
    return new PortCall(system, operation, reply, adapters -> method.apply(adapters.get(port)));
  }
}
