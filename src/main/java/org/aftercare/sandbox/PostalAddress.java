package org.aftercare.sandbox;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A postal address as it travels.
 *
 * @param country ISO 3166 alpha-2
 */
record PostalAddress(String street, String postalCode, String city, String country) {

  private static final Pattern FIVE_DIGITS = Pattern.compile("\\d{5}");
  private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");

  /** The postal codes of the countries that the carrier and the technicians know. */
  private static final Map<String, Pattern> POSTAL_CODES =
      Map.of(
          "SE", FIVE_DIGITS,
          "NO", FOUR_DIGITS,
          "DK", FOUR_DIGITS,
          "PL", FIVE_DIGITS,
          "DE", FIVE_DIGITS);

  /** Whether somebody could find it: a street, a city and a possible postal code of its country. */
  boolean known() {
    if (isBlank(street) || isBlank(city) || postalCode == null || country == null) {
      return false;
    }
    Pattern pattern = POSTAL_CODES.get(country);
    String digits = digits();
    return pattern != null
        && pattern.matcher(digits).matches()
        && !digits.chars().allMatch(digit -> digit == '0');
  }

  /** Svalbard has the postal codes 9170 to 9179. */
  boolean onSvalbard() {
    return "NO".equals(country) && digits().startsWith("917");
  }

  String oneLine() {
    return street + ", " + postalCode + " " + city + ", " + country;
  }

  private String digits() {
    return postalCode == null ? "" : postalCode.replace(" ", "").replace("-", "");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
