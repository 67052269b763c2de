package org.aftercare.activation;

import org.aftercare.cases.ServiceCase;

/** The answer to an order that was taken. */
record OpenedPlanOrder(String caseNumber, ServiceCase.Status status) {}
