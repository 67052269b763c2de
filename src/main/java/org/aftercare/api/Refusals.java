package org.aftercare.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says why a request may not pass, as a problem detail. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String API = "/api/";

  private final Problems problems;
  private final Endpoints endpoints;

  Refusals(Problems problems, Endpoints endpoints) {
    this.problems = problems;
    this.endpoints = endpoints;
  }

  /** 401. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    // A page's own script shows its own message; the browser's password window would cover it.
    if (!"empty".equals(request.getHeader("Sec-Fetch-Dest"))) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Aftercare staff\"");
    }
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Aftercare customers\"");
    // Said of every name alike: who exists and who has to wait is nobody's business.
    if (reason instanceof BadCredentialsException) {
      problems.write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "login-refused",
          "Login refused",
          "User or password is wrong, or comes too soon: after a wrong password the user's logins"
              + " are refused for 3 seconds, even with the right one, and for longer after each"
              + " further wrong one, up to a minute. After ten, an administrator has to unlock the"
              + " user in Admin. Wait a minute and try once more.");
      return;
    }
    problems.write(
        request,
        response,
        HttpStatus.UNAUTHORIZED,
        "login-needed",
        "Login needed",
        "Nobody is logged in, or the login was refused. Staff send user and password (HTTP Basic), customers a bearer token.");
  }

  /** 403 where there is no login to ask for. */
  void forbid(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    handle(request, response, new AccessDeniedException("closed", reason));
  }

  /** 403, or 404 and 405 where the API has no such path or method. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    PathContainer path = EndpointAuthorization.pathOf(request);
    if (request.getRequestURI().startsWith(request.getContextPath() + API)
        && endpoints.find(HttpMethod.valueOf(request.getMethod()), path).isEmpty()) {
      noSuchEndpoint(request, response, endpoints.methodsOf(path));
      return;
    }
    problems.write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "not-allowed",
        "Not allowed",
        "Whoever is logged in may not do this.");
  }

  /** 404 for an address that leads nowhere, whoever asks. */
  void nothingThere(HttpServletRequest request, HttpServletResponse response, Exception reason)
      throws IOException {
    problems.write(
        request,
        response,
        HttpStatus.NOT_FOUND,
        "no-such-page",
        "No such page",
        "There is nothing under this address; the front page is /.");
  }

  private void noSuchEndpoint(
      HttpServletRequest request, HttpServletResponse response, Set<HttpMethod> methods)
      throws IOException {
    if (methods.isEmpty()) {
      problems.write(
          request,
          response,
          HttpStatus.NOT_FOUND,
          "no-such-endpoint",
          "No such endpoint",
          "The API has nothing under this path.");
      return;
    }
    String allowed =
        methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    response.setHeader(HttpHeaders.ALLOW, allowed);
    problems.write(
        request,
        response,
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "Method not allowed",
        "This path knows only: " + allowed + ".");
  }
}
