package org.aftercare.systems.parts;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Parts;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.aftercare.systems.parts.PartsApi.ReservationRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Spare parts over HTTP. */
@Component
class HttpParts implements Parts {

  private static final Operation<RepairEstimate> ESTIMATE =
      new Operation<>("repair estimate", Set.of("NOT_REPAIRABLE"), HttpParts::check);

  private static final Operation<Reservation> RESERVE =
      new Operation<>(
          "reserve part",
          Set.of("DISCONTINUED"),
          (reply, reservation) -> {
            reply.text("reservationId", reservation.reservationId(), ReplyCheck.LONGEST_ID);
            reply.present("expectedOn", reservation.expectedOn());
          });

  private static final Operation<Released> RELEASE =
      new Operation<>(
          "release part",
          (reply, released) ->
              reply.text("reference", released.reference(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final PartsApi api;

  HttpParts(@Qualifier("partsSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(PartsApi.class);
  }

  @Override
  public RepairEstimate estimate(String sku, String symptom) {
    return system
        .read(ESTIMATE, () -> api.estimate(sku, symptom))
        .orElseThrow(
            () ->
                new SystemUnavailableException(
                    system.name(), "repair estimate: the product or symptom is not known", null));
  }

  @Override
  public Reservation reserve(String key, String caseNumber, String partNumber, int quantity) {
    return system.change(
        RESERVE, () -> api.reserve(key, new ReservationRequest(caseNumber, partNumber, quantity)));
  }

  @Override
  public Optional<Reservation> findReservation(String key) {
    return system.read(RESERVE, () -> api.reservation(key));
  }

  @Override
  public Released release(String key, String reservationId) {
    return system.change(RELEASE, () -> api.release(key, reservationId));
  }

  @Override
  public Optional<Released> findReleased(String key) {
    return system.read(RELEASE, () -> api.released(key));
  }

  private static void check(ReplyCheck reply, RepairEstimate estimate) {
    reply.text("partNumber", estimate.partNumber(), ReplyCheck.LONGEST_ID);
    reply.text("partName", estimate.partName(), ReplyCheck.LONGEST_NAME);
    reply.money("cost", estimate.cost());
    reply.notNegative("leadTimeDays", estimate.leadTimeDays());
    reply.text("supplierId", estimate.supplierId(), ReplyCheck.LONGEST_ID);
  }
}
