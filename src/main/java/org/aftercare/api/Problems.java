package org.aftercare.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Makes problem details (RFC 9457), for controllers and for filters that stand before them. */
@Component
class Problems {

  /** The types are names, not addresses: there is nothing to fetch. */
  private static final String TYPE_PREFIX = "urn:aftercare:problem:";

  private final ObjectMapper json;

  Problems(ObjectMapper json) {
    this.json = json;
  }

  static ProblemDetail of(
      HttpStatus status,
      String code,
      String title,
      String detail,
      List<FieldProblem> errors,
      HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE_PREFIX + code));
    problem.setTitle(title);
    problem.setInstance(URI.create(request.getRequestURI()));
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
    return problem;
  }

  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String code,
      String title,
      String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(
        response.getOutputStream(), of(status, code, title, detail, List.of(), request));
  }
}
