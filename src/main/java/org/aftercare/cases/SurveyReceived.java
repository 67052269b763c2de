package org.aftercare.cases;

import java.time.Instant;

/**
 * A customer has said how a closed case went. Published in the transaction that stores the answer.
 *
 * @param competence 1 (poor) to 5 (excellent)
 * @param treatment 1 to 5
 * @param addedValue 1 to 5
 * @param solved whether the customer calls the matter solved
 */
public record SurveyReceived(
    String caseNumber,
    String flow,
    int competence,
    int treatment,
    int addedValue,
    boolean solved,
    Instant answeredAt) {}
