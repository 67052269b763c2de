package org.aftercare.api;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One endpoint of the API.
 *
 * @param path as in the controller's mapping
 */
record Endpoint(HttpMethod method, PathPattern path, Access access) {

  static Endpoint of(HttpMethod method, String path, Access access) {
    return new Endpoint(method, PathPatternParser.defaultInstance.parse(path), access);
  }

  boolean hasPath(PathContainer requested) {
    return path.matches(requested);
  }

  boolean hasMethod(HttpMethod requested) {
    return method.equals(requested)
        || method.equals(HttpMethod.GET) && requested.equals(HttpMethod.HEAD);
  }
}
