package org.aftercare.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aftercare.engine.StaffLogins;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who asks, so that its own authorizations apply. */
class EngineRightsFilter extends OncePerRequestFilter {

  private final StaffLogins logins;

  EngineRightsFilter(StaffLogins logins) {
    this.logins = logins;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof StaffAuthentication staff)) {
      throw new IllegalStateException("Only staff come this far.");
    }
    Caller.Staff user = staff.getPrincipal();
    logins.as(
        new StaffLogins.Login(user.userId(), user.groups()),
        () -> chain.doFilter(request, response));
  }
}
