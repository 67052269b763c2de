package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.present;
import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The carrier. */
class ShippingSystem {

  private static final String NAME = "shipping";

  private final JdbcClient jdbc;
  private final Operations operations;
  private final SandboxClock clock;

  ShippingSystem(JdbcClient jdbc, Operations operations, SandboxClock clock) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/shipping/shipments", this::ship)
        .POST("/shipping/shipments/{id}/cancellation", this::cancel)
        .POST("/shipping/claims", this::claim)
        .GET("/shipping/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse ship(ServerRequest request) throws ServletException, IOException {
    ShipmentRequest wanted = Requests.body(request, ShipmentRequest.class);
    required("caseNumber", wanted.caseNumber());
    present("direction", wanted.direction());
    required("content", wanted.content());
    required("recipientName", wanted.recipientName());
    return operations.once(
        request,
        NAME,
        "ship",
        wanted,
        () -> {
          if (wanted.address() == null || !wanted.address().known()) {
            return Answer.refused(
                wanted.caseNumber(), "ADDRESS_UNKNOWN", "The carrier cannot find this address.");
          }
          String id = Requests.newId("SHP");
          String tracking = "TN" + id.substring(4).toUpperCase(Locale.ROOT);
          jdbc.sql("insert into shipment values (?, ?, ?, ?, ?, ?, ?, 'BOOKED', ?)")
              .params(
                  id,
                  tracking,
                  wanted.caseNumber(),
                  wanted.direction().name(),
                  wanted.content(),
                  wanted.recipientName(),
                  wanted.address().oneLine(),
                  clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          return Answer.made(wanted.caseNumber(), id, new Shipment(id, tracking));
        });
  }

  private ServerResponse cancel(ServerRequest request) {
    String id = request.pathVariable("id");
    String caseNumber =
        jdbc.sql("select case_number from shipment where shipment_id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("shipment of this id"));
    return operations.once(
        request,
        NAME,
        "cancel-shipment",
        new CancelRequest(id),
        () -> {
          jdbc.sql(
                  """
                  update shipment set status = 'CANCELLED', changed_at = ?
                  where shipment_id = ? and status in ('BOOKED', 'FAILED', 'REFUSED')""")
              .params(clock.instant().atOffset(ZoneOffset.UTC), id)
              .update();
          String reference = Requests.newId("CAN");
          return Answer.made(caseNumber, reference, new Cancelled(reference, outcome(id)));
        });
  }

  private Cancelling outcome(String id) {
    String status =
        jdbc.sql("select status from shipment where shipment_id = ?")
            .param(id)
            .query(String.class)
            .single();
    return status.equals("CANCELLED") ? Cancelling.CANCELLED : Cancelling.UNDER_WAY;
  }

  private ServerResponse claim(ServerRequest request) throws ServletException, IOException {
    ClaimRequest wanted = Requests.body(request, ClaimRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("shipmentId", wanted.shipmentId());
    present("mishap", wanted.mishap());
    Amount.required("worth", wanted.worth());
    return operations.once(request, NAME, "claim", wanted, () -> claimed(wanted));
  }

  private Answer claimed(ClaimRequest wanted) {
    boolean carried =
        jdbc.sql("select count(*) from shipment where shipment_id = ? and case_number = ?")
                .params(wanted.shipmentId(), wanted.caseNumber())
                .query(Integer.class)
                .single()
            > 0;
    if (!carried) {
      throw ProblemException.notFound("shipment of this id and case");
    }
    String id = Requests.newId("CLM");
    return Answer.made(wanted.caseNumber(), id, new CarrierClaim(id));
  }

  private enum Mishap {
    LOST,
    DAMAGED
  }

  private record ClaimRequest(String caseNumber, String shipmentId, Mishap mishap, Amount worth) {}

  private record CarrierClaim(String claimId) {}

  private enum Direction {
    PICK_UP,
    DELIVERY,
    RETURN
  }

  private record ShipmentRequest(
      String caseNumber,
      Direction direction,
      String content,
      String recipientName,
      String phone,
      PostalAddress address) {}

  private record Shipment(String shipmentId, String trackingNumber) {}

  private enum Cancelling {
    CANCELLED,
    UNDER_WAY
  }

  private record CancelRequest(String shipmentId) {}

  private record Cancelled(String reference, Cancelling outcome) {}
}
