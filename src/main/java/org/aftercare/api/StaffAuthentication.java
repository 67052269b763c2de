package org.aftercare.api;

import org.aftercare.engine.StaffLogins;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A member of staff who has logged in; the authorities are the groups. */
final class StaffAuthentication extends AbstractAuthenticationToken {

  private final Caller.Staff staff;

  private StaffAuthentication(Caller.Staff staff) {
    super(staff.groups().stream().map(SimpleGrantedAuthority::new).toList());
    this.staff = staff;
  }

  static StaffAuthentication of(StaffLogins.Login login) {
    StaffAuthentication authentication =
        new StaffAuthentication(new Caller.Staff(login.userId(), login.groups()));
    authentication.setAuthenticated(true);
    return authentication;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Caller.Staff getPrincipal() {
    return staff;
  }

  @Override
  public String getName() {
    return staff.userId();
  }
}
