package org.aftercare.cases;

/**
 * What a command answers.
 *
 * @param caseNumber the case that it was carried out on
 */
record CaseAnswer(String caseNumber) {}
