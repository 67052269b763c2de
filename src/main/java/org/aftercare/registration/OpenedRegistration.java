package org.aftercare.registration;

import org.aftercare.cases.ServiceCase;

/**
 * The answer to a registration.
 *
 * @param caseNumber its case, or the one in which this customer has registered the item before
 */
record OpenedRegistration(String caseNumber, ServiceCase.Status status) {}
