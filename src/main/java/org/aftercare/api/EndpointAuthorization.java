package org.aftercare.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.aftercare.engine.StaffLogins;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets a request pass if the list of endpoints says so. */
@Component
class EndpointAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

  private final Endpoints endpoints;
  private final StaffLogins logins;

  EndpointAuthorization(Endpoints endpoints, StaffLogins logins) {
    this.endpoints = endpoints;
    this.logins = logins;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<Authentication> login, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Optional<Endpoint> endpoint =
        endpoints.find(HttpMethod.valueOf(request.getMethod()), pathOf(request));
    return new AuthorizationDecision(
        endpoint.isPresent() && endpoint.get().access().allows(callerOf(login), this::mayDeploy));
  }

  @Override
  @Deprecated
  public AuthorizationDecision check(
      Supplier<Authentication> login, RequestAuthorizationContext context) {
    return (AuthorizationDecision) authorize(login, context);
  }

  private boolean mayDeploy(Caller.Staff staff) {
    return logins.mayDeploy(new StaffLogins.Login(staff.userId(), staff.groups()));
  }

  static PathContainer pathOf(HttpServletRequest request) {
    return PathContainer.parsePath(
        request.getRequestURI().substring(request.getContextPath().length()));
  }

  private static Caller callerOf(Supplier<Authentication> login) {
    return login.get() != null && login.get().getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }
}
