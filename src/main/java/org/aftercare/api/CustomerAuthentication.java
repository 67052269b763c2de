package org.aftercare.api;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A customer whose token was found genuine. */
final class CustomerAuthentication extends AbstractAuthenticationToken {

  private static final int LONGEST_CUSTOMER_ID = 64;

  private final Caller.Customer customer;

  private CustomerAuthentication(Caller.Customer customer) {
    super(List.of());
    this.customer = customer;
  }

  static CustomerAuthentication of(Jwt token) {
    String customerId = token.getSubject();
    if (customerId == null || customerId.isBlank() || customerId.length() > LONGEST_CUSTOMER_ID) {
      throw new InvalidBearerTokenException("The token's subject is no customer number.");
    }
    CustomerAuthentication authentication =
        new CustomerAuthentication(new Caller.Customer(customerId));
    authentication.setAuthenticated(true);
    return authentication;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Caller.Customer getPrincipal() {
    return customer;
  }

  @Override
  public String getName() {
    return customer.customerId();
  }
}
