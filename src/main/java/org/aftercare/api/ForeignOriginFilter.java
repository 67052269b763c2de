package org.aftercare.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that another site's page makes a browser send: browsers repeat a Basic login by
 * themselves, as they do a cookie.
 */
class ForeignOriginFilter extends OncePerRequestFilter {

  private final Problems problems;

  ForeignOriginFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (RequestOrigin.changesSomething(request) && RequestOrigin.isForeign(request)) {
      problems.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "foreign-origin",
          "Sent from another site's page",
          "Changes are only taken from this server's own pages, or from clients that are no browser.");
      return;
    }
    chain.doFilter(request, response);
  }
}
