package org.aftercare.returns;

/**
 * By when the company deals with a return, as it has promised itself in the table {@code
 * return-deadlines}. In how many business days goods are graded and paid is a matter of the case's
 * clocks, {@code grading} and {@code refund-payment} of {@code aftercare.deadlines}.
 *
 * @param remindAfterDays calendar days from the notice after which a customer who has sent nothing
 *     is reminded
 * @param closeAfterDays calendar days from the notice after which a return whose goods were never
 *     sent is closed
 * @param escalateAfterDays calendar days from the notice after which a refund that is not paid is
 *     escalated
 */
record ReturnDeadlines(int remindAfterDays, int closeAfterDays, int escalateAfterDays) {}
