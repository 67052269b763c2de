package org.aftercare.systems.callbacks;

import static org.aftercare.systems.callbacks.CallbackField.date;
import static org.aftercare.systems.callbacks.CallbackField.id;
import static org.aftercare.systems.callbacks.CallbackField.instant;
import static org.aftercare.systems.callbacks.CallbackField.oneOf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What partners can tell: {@code contracts/callbacks.yaml} in Java. */
enum CallbackType {
  /** No process awaits it; the case's timeline tells it. */
  SHIPMENT_PICKED_UP(Partner.SHIPPING, "shipment.picked_up", "ShipmentPickedUp", id("shipmentId")),
  SHIPMENT_DELIVERED(Partner.SHIPPING, "shipment.delivered", "ShipmentDelivered", id("shipmentId")),
  SHIPMENT_LOST(Partner.SHIPPING, "shipment.lost", "ShipmentLost", id("shipmentId")),
  PICK_UP_FAILED(Partner.SHIPPING, "pickup.failed", "PickUpFailed", id("shipmentId")),
  RETURN_ACCEPTED(Partner.SHIPPING, "return.accepted", "ReturnAccepted", id("shipmentId")),
  RETURN_REFUSED(Partner.SHIPPING, "return.refused", "ReturnRefused", id("shipmentId")),
  SHIPMENT_DAMAGED(Partner.SHIPPING, "shipment.damaged", "ShipmentDamaged", id("shipmentId")),
  PART_ARRIVED(Partner.PARTS, "part.arrived", "PartArrived", id("reservationId")),
  PART_DELAYED(
      Partner.PARTS, "part.delayed", "PartDelayed", id("reservationId"), date("expectedOn")),
  APPOINTMENT_MOVED(
      Partner.BOOKING,
      "appointment.moved",
      "AppointmentMoved",
      id("appointmentId"),
      instant("startsAt"),
      instant("endsAt")),
  VISIT_COMPLETED(
      Partner.BOOKING,
      "visit.completed",
      "VisitReported",
      id("appointmentId"),
      oneOf(
          "visitResult",
          "REPAIRED",
          "NO_FAULT_FOUND",
          "MISUSE",
          "FAILED",
          "NOT_REPAIRABLE",
          "CUSTOMER_NOT_HOME")),
  INVOICE_PAID(Partner.BILLING, "invoice.paid", "InvoicePaid", id("invoiceNumber")),
  INVOICE_PARTLY_PAID(
      Partner.BILLING, "invoice.partly_paid", "InvoicePartlyPaid", id("invoiceNumber")),
  INVOICE_DISPUTED(Partner.BILLING, "invoice.disputed", "InvoiceDisputed", id("invoiceNumber"));

  private final Partner partner;
  private final String type;
  private final String message;
  private final List<CallbackField> fields;

  CallbackType(Partner partner, String type, String message, CallbackField... fields) {
    this.partner = partner;
    this.type = type;
    this.message = message;
    this.fields = List.of(fields);
  }

  static Optional<CallbackType> of(Partner partner, String type) {
    return Stream.of(values())
        .filter(known -> known.partner == partner && known.type.equals(type))
        .findFirst();
  }

  static List<String> typesOf(Partner partner) {
    return Stream.of(values())
        .filter(known -> known.partner == partner)
        .map(CallbackType::type)
        .toList();
  }

  Partner partner() {
    return partner;
  }

  /** The name in the contract. */
  String type() {
    return type;
  }

  /** The message's name in the models. */
  String message() {
    return message;
  }

  /** Whether a process awaits it. */
  boolean awaited() {
    return this != SHIPMENT_PICKED_UP;
  }

  /** Whether a process awaits the message of that name. */
  static boolean awaited(String message) {
    return Stream.of(values())
        .filter(known -> known.message.equals(message))
        .allMatch(CallbackType::awaited);
  }

  /** What it tells beside the case; each field becomes a variable of the same name. */
  List<CallbackField> fields() {
    return fields;
  }
}
