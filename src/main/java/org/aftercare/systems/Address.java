package org.aftercare.systems;

/**
 * A postal address.
 *
 * @param country ISO 3166 alpha-2
 */
public record Address(String street, String postalCode, String city, String country) {}
