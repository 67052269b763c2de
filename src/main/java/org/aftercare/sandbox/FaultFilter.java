package org.aftercare.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets a system misbehave as it was told to, before anything else is looked at. */
class FaultFilter extends OncePerRequestFilter {

  private static final String PROBLEM = "application/problem+json";

  private final Faults faults;

  FaultFilter(Faults faults) {
    this.faults = faults;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> system = Systems.ofPath(request.getRequestURI());
    if (system.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Fault fault = faults.meet(system.get(), request.getRequestURI());
    switch (fault.mode()) {
      case NONE -> chain.doFilter(request, response);
      case OFF -> write(response, 503, PROBLEM, "{\"title\":\"Switched off\",\"status\":503}");
      case LATE -> {
        fault.pause();
        chain.doFilter(request, response);
      }
      case SLOW -> {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        fault.pause();
        held.copyBodyToResponse();
      }
      case DROP -> {
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        response.reset();
        request.setAttribute(DropValve.DROP, true);
      }
      case GARBAGE -> {
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        response.reset();
        write(response, 200, "application/json", "{\"gremlins\":[\"ate\",\"the\",\"answer\"");
      }
    }
  }

  private static void write(HttpServletResponse response, int status, String type, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
