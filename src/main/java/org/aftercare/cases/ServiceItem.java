package org.aftercare.cases;

import org.aftercare.systems.Money;

/**
 * What a case is about, as repairing, replacing and paying back need to know it, whatever flow the
 * case belongs to.
 *
 * @param country ISO 3166 alpha-2; decides calendar and law
 * @param serialNumber as it stands in the order
 * @param price what the customer paid for it
 * @param supplierId who made it
 * @param partNumber the spare part that its repair needs, or {@code null} if none is known
 */
public record ServiceItem(
    String caseNumber,
    String customerId,
    String country,
    String orderNumber,
    String sku,
    String product,
    String productGroup,
    String serialNumber,
    Money price,
    String supplierId,
    String partNumber) {}
