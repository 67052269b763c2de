package org.aftercare.returns;

/**
 * What the law of a country, or the voluntary policy for goods bought in a store, grants a return.
 * The figures and their sources stand in the table {@code withdrawal-terms}.
 *
 * @param withdrawalDays calendar days from delivery in which the customer may give notice
 * @param uninformedMonths by how much the period grows if the customer was never told of the right;
 *     0: by nothing
 * @param sendBackDays calendar days from the notice in which the customer sends the goods
 * @param refundDays calendar days from the notice in which the company pays back
 * @param restockingPercent of the price, that the company may keep; 0 on a statutory withdrawal
 */
record WithdrawalTerms(
    int withdrawalDays,
    int uninformedMonths,
    int sendBackDays,
    int refundDays,
    int restockingPercent) {}
