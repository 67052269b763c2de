package org.aftercare.systems;

import java.math.BigDecimal;

/**
 * An amount in a currency.
 *
 * @param currency ISO 4217, for example {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {}
