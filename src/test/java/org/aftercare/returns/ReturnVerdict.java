package org.aftercare.returns;

import java.time.LocalDate;
import java.util.List;

/**
 * All that the rules say of a return.
 *
 * @param lastDay on which a notice is in time; {@code null} if the period has not begun
 */
record ReturnVerdict(
    LocalDate lastDay,
    boolean inTime,
    LocalDate sendBackBy,
    LocalDate refundBy,
    LocalDate remindOn,
    LocalDate closeOn,
    LocalDate escalateOn,
    int restockingPercent,
    String right,
    String settlement,
    String approver,
    List<String> signs,
    String check) {}
