package org.aftercare.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that names a servlet in disguise, such as {@code /%65ngine-rest}: the container
 * decodes before it chooses a servlet, and the security chains compare what was sent. Refuses a
 * query, too, that holds what PostgreSQL cannot even search for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {

  private final Problems problems;

  PlainPathFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (asksForNul(request)) {
      problems.write(
          request,
          response,
          HttpStatus.BAD_REQUEST,
          "unreadable-parameter",
          "Parameter cannot be read",
          "The query holds the character U+0000 (%00). Send it without.");
      return;
    } else if (!isMappedByPath(request) || isPlain(request)) {
      chain.doFilter(request, response);
      return;
    }
    problems.write(
        request,
        response,
        HttpStatus.BAD_REQUEST,
        "disguised-path",
        "Path not plainly written",
        "Send the path as it is documented, without escapes.");
  }

  private static boolean asksForNul(HttpServletRequest request) {
    return request.getQueryString() != null && request.getQueryString().contains("%00");
  }

  private static boolean isPlain(HttpServletRequest request) {
    String servlet = request.getContextPath() + request.getServletPath();
    return request.getRequestURI().equals(servlet)
        || request.getRequestURI().startsWith(servlet + "/");
  }

  private static boolean isMappedByPath(HttpServletRequest request) {
    return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
  }
}
