package org.aftercare.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.aftercare.systems.SystemUnavailableException;
import org.junit.jupiter.api.Test;

/** Whom the demo's login lets in. */
class RegisteredCustomersTest {

  private final Customers customers = mock();
  private final RegisteredCustomers registered = new RegisteredCustomers(customers);

  @Test
  void whomTheRegisterDoesNotKnowIsNoCustomer() {
    when(customers.find("C-9999")).thenReturn(Optional.empty());
    when(customers.lookUp("C-9999")).thenReturn(Optional.empty());

    assertThat(registered.mayExist("C-9999")).isFalse();
  }

  @Test
  void nobodyIsKeptOutWhileTheRegisterIsSilent() {
    when(customers.find("C-1001")).thenReturn(Optional.empty());
    when(customers.lookUp("C-1001"))
        .thenThrow(new SystemUnavailableException("crm", "cannot be reached", null));

    assertThat(registered.mayExist("C-1001")).isTrue();
  }
}
