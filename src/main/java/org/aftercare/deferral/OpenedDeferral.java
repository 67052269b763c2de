package org.aftercare.deferral;

import org.aftercare.cases.ServiceCase;

/** The answer to a request that was taken in. */
record OpenedDeferral(String caseNumber, ServiceCase.Status status) {}
