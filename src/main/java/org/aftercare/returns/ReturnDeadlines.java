package org.aftercare.returns;

/**
 * By when the company deals with a return, as it has promised itself in the table {@code
 * return-deadlines}.
 *
 * @param remindAfterDays calendar days from the notice after which a customer who has sent nothing
 *     is reminded
 * @param closeAfterDays calendar days from the notice after which a return whose goods were never
 *     sent is closed
 * @param gradingBusinessDays business days from receipt in which the goods are graded
 * @param refundBusinessDays business days from grading in which the refund is paid
 * @param escalateAfterDays calendar days from the notice after which a refund that is not paid is
 *     escalated
 */
record ReturnDeadlines(
    int remindAfterDays,
    int closeAfterDays,
    int gradingBusinessDays,
    int refundBusinessDays,
    int escalateAfterDays) {}
