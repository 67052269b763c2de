package org.aftercare.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** Where a browser says that a request comes from. Other clients say nothing. */
final class RequestOrigin {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private RequestOrigin() {}

  static boolean changesSomething(HttpServletRequest request) {
    return !READING.contains(request.getMethod());
  }

  /** A page of another site made the browser send this. */
  static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null && !isOwn(origin, request);
  }

  /** A page of our own made the browser send this; a client that says nothing does not count. */
  static boolean isProvenOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader("Origin");
    return origin != null && isOwn(origin, request);
  }

  private static boolean isOwn(String origin, HttpServletRequest request) {
    try {
      URI uri = URI.create(origin);
      int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
      return request.getScheme().equals(uri.getScheme())
          && request.getServerName().equalsIgnoreCase(uri.getHost())
          && request.getServerPort() == port;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
