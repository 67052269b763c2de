package org.aftercare.api;

import java.util.Set;
import org.aftercare.engine.StaffLogins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Logs staff in with the user and password that they have in the engine. */
@Component
class StaffAuthenticationProvider implements AuthenticationProvider {

  private final StaffLogins logins;

  StaffAuthenticationProvider(StaffLogins logins) {
    this.logins = logins;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String userId = attempt.getName();
    if (userId.isBlank() || !(attempt.getCredentials() instanceof String password)) {
      throw new BadCredentialsException("User or password is missing.");
    }
    Set<String> groups =
        logins
            .check(userId, password)
            .orElseThrow(() -> new BadCredentialsException("User or password is wrong."));
    return StaffAuthentication.of(new StaffLogins.Login(userId, groups));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
