package org.aftercare.customers;

import java.util.Locale;
import org.aftercare.engine.Personal;
import org.aftercare.systems.Address;

/**
 * A customer as the product last knew them. Personal data lives here and in the cases' notes only.
 *
 * @param country ISO 3166 alpha-2
 */
public record Customer(
    String customerId,
    @Personal String name,
    @Personal String email,
    @Personal String phone,
    Locale language,
    String country,
    Address address) {}
