package org.aftercare.returns;

/**
 * What signs of fraud are read from. What is not known is {@code null} and no sign.
 *
 * @param serialMatches whether the goods bear the serial number that was sold
 * @param complete whether all accessories are there
 * @param weightDeviationPercent by how much the parcel is lighter or heavier than it should be, 0
 *     or more
 * @param notReceivedBefore how often the customer has reported goods as not received in six months
 * @param orders6Months the customer's orders in six months
 * @param returnedPercent how many per cent of the units of those orders came back
 */
record FraudFacts(
    Boolean serialMatches,
    Boolean complete,
    Double weightDeviationPercent,
    Integer notReceivedBefore,
    Integer orders6Months,
    Double returnedPercent) {}
