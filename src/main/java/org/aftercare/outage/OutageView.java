package org.aftercare.outage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** An outage as staff see it. */
@Schema(name = "Outage")
record OutageView(
    @Schema(example = "O-7K3M-2QPX") String outageNumber,
    @Schema(example = "BROADBAND") String service,
    @Schema(example = "SE") String country,
    @Schema(description = "The beginning of the postal codes; null for the whole country.")
        String area,
    Outage.Cause cause,
    Outage.Origin origin,
    Instant startedAt,
    Instant expectedEndAt,
    Instant endedAt,
    Outage.State state,
    @Schema(description = "The user who reported it.") String reportedBy,
    Instant reportedAt,
    @Schema(description = "Customers who have the service there, as far as they were found.")
        int affected,
    @Schema(description = "Customers who have been told of it.") int told,
    @Schema(description = "Rounds of messages so far.") int news,
    @Schema(description = "When there was nothing more to tell.") Instant closedAt,
    @Schema(
            description =
                "Affected customers who contacted us after they were told; null until it is closed.")
        Integer contacts,
    @Schema(
            description =
                "How many contacts the messages have spared: the share of the told who would have contacted us (a setting), less those"
                    + " who did; never below 0, null until it is closed.")
        Integer contactsAvoided) {

  /**
   * @param contactShare which share of the told would have contacted us, 0 to 1
   */
  static OutageView of(Outage outage, BigDecimal contactShare) {
    boolean closed = outage.closedAt() != null;
    return new OutageView(
        outage.number(),
        outage.place().service(),
        outage.place().country(),
        outage.place().area(),
        outage.cause(),
        outage.origin(),
        outage.startedAt(),
        outage.expectedEndAt(),
        outage.endedAt(),
        outage.state(),
        outage.reportedBy(),
        outage.reportedAt(),
        outage.affected(),
        outage.told(),
        outage.news(),
        outage.closedAt(),
        closed ? outage.contacts() : null,
        closed ? avoided(outage, contactShare) : null);
  }

  private static int avoided(Outage outage, BigDecimal contactShare) {
    int expected =
        contactShare
            .multiply(BigDecimal.valueOf(outage.told()))
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    return Math.max(0, expected - outage.contacts());
  }
}
