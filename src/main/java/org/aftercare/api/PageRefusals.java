package org.aftercare.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Says why a page of staff's may not be seen: in a page to whoever asks for one, with the browser's
 * own login; as a problem detail to scripts.
 */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s · Aftercare</title></head>
      <body><main><h1>%1$s</h1><p>%2$s</p>
      <p><a href="%3$s/models">Models</a> · <a href="%3$s/camunda/app/cockpit/">Cockpit</a> · <a href="%3$s/camunda/app/tasklist/">Tasklist</a></p></main></body>
      </html>
      """;

  private final Refusals refusals;
  private final Endpoints endpoints;

  PageRefusals(Refusals refusals, Endpoints endpoints) {
    this.refusals = refusals;
    this.endpoints = endpoints;
  }

  /** 401: the browser asks for user and password; who cancels reads what else there is. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    if (!wantsPage(request)) {
      refusals.commence(request, response, reason);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Aftercare staff\"");
    write(
        request,
        response,
        HttpStatus.UNAUTHORIZED,
        reason instanceof BadCredentialsException ? "Login refused" : "Login needed",
        "This page is for staff. Reload it and log in with your user and password, or log in to"
            + " Cockpit or Tasklist first: that login is good here, too. After a wrong password,"
            + " wait a minute.");
  }

  /** 403, or 404 where there is no such page. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    boolean there =
        endpoints
            .find(HttpMethod.valueOf(request.getMethod()), EndpointAuthorization.pathOf(request))
            .isPresent();
    if (!wantsPage(request)) {
      if (there) {
        refusals.handle(request, response, reason);
      } else {
        refusals.nothingThere(request, response, reason);
      }
    } else if (there) {
      write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "Not yours to see",
          "You are logged in, but this page is for others: to try a change you belong to operations"
              + " or to the administrators, or may deploy models. An administrator can give you"
              + " that right in Admin (Authorizations, Deployment, Create).");
    } else {
      write(
          request,
          response,
          HttpStatus.NOT_FOUND,
          "No such page",
          "There is nothing under this address.");
    }
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String title,
      String text)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(PAGE.formatted(title, text, request.getContextPath()));
  }
}
