package org.aftercare.warranty;

import org.aftercare.cases.ServiceCase;

/** The answer to an accepted claim. */
record OpenedClaim(String caseNumber, ServiceCase.Status status) {}
