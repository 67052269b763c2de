package org.aftercare.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One return with all that the rules look at.
 *
 * @param deliveredOn {@code null}: not yet
 * @param informedOn {@code null}: never
 * @param serialMatches this and what follows: {@code null} if not known
 */
record AnyReturn(
    String country,
    String channel,
    LocalDate deliveredOn,
    LocalDate informedOn,
    Instant noticeAt,
    String exclusion,
    boolean defective,
    String grade,
    BigDecimal amount,
    String currency,
    Boolean serialMatches,
    Boolean complete,
    Double weightDeviationPercent,
    Integer notReceivedBefore,
    Integer orders6Months,
    Double returnedPercent) {}
