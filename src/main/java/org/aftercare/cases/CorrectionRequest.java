package org.aftercare.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.aftercare.customers.Customers;
import org.aftercare.systems.Address;

/**
 * What a customer corrects of their own data; a field that is missing stays as it is.
 *
 * @param phone digits with an optional leading plus, spaces and hyphens
 * @param language one of the product's languages
 */
record CorrectionRequest(
    @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*") String name,
    @Email @Size(min = 3, max = 254) String email,
    @Pattern(regexp = "\\+?[0-9][0-9 \\-]{4,24}") String phone,
    @Pattern(regexp = "en|sv|da|nb|pl") String language,
    @Valid NewAddress address) {

  boolean correctsNothing() {
    return name == null && email == null && phone == null && language == null && address == null;
  }

  Customers.Correction toCorrection() {
    return new Customers.Correction(
        name, email, phone, language, address == null ? null : address.toAddress());
  }

  /**
   * @param country ISO 3166 alpha-2
   */
  record NewAddress(
      @NotBlank @Size(max = 200) String street,
      @NotBlank @Size(max = 20) String postalCode,
      @NotBlank @Size(max = 100) String city,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

    Address toAddress() {
      return new Address(street, postalCode, city, country);
    }
  }
}
