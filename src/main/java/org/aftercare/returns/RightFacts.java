package org.aftercare.returns;

import java.time.LocalDate;

/**
 * What the right to return depends on.
 *
 * @param country ISO 3166 alpha-2, whose law governs the purchase
 * @param channel {@code ONLINE} or {@code STORE}
 * @param noticeOn the day of the notice by the clock of the country
 * @param exclusion {@code NONE} or why the law excludes the goods, such as {@code MADE_TO_ORDER}
 * @param inTime whether the notice is in time, see {@link LegalClocks}
 * @param defective whether the customer hands the goods in as faulty and wants the fault put right;
 *     not whoever withdraws in time from the purchase of goods that happen to be faulty, as a
 *     withdrawal needs no reason
 */
record RightFacts(
    String country,
    String channel,
    LocalDate noticeOn,
    String exclusion,
    boolean inTime,
    boolean defective) {}
