package org.aftercare.systems;

import org.aftercare.engine.Personal;

/**
 * A postal address.
 *
 * @param country ISO 3166 alpha-2
 */
@Personal
public record Address(String street, String postalCode, String city, String country) {}
