package org.aftercare.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.StaffLogins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages inside and beside Tasklist and Cockpit use the login that their user has there. A
 * change must also prove that it comes from such a page: by the web applications' token against
 * forged requests, or by the origin that the browser states.
 */
class WebappSessionFilter extends OncePerRequestFilter {

  private static final String FORGERY_TOKEN = "X-XSRF-TOKEN";

  private final StaffLogins logins;
  private final List<String> paths;

  /**
   * @param paths where the login is good, with all that is below
   */
  WebappSessionFilter(StaffLogins logins, String... paths) {
    this.logins = logins;
    this.paths = List.of(paths);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String uri = request.getRequestURI().substring(request.getContextPath().length());
    return paths.stream().noneMatch(path -> uri.equals(path) || uri.startsWith(path + "/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present == null && session != null && isGenuine(request, session)) {
      Optional<StaffLogins.Login> login = logins.webappLogin(session);
      if (login.isPresent()) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(StaffAuthentication.of(login.get()));
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }

  private boolean isGenuine(HttpServletRequest request, HttpSession session) {
    return !RequestOrigin.changesSomething(request)
        || RequestOrigin.isProvenOwn(request)
        || logins.isForgeryToken(session, request.getHeader(FORGERY_TOKEN));
  }
}
