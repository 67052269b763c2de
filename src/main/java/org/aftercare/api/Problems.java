package org.aftercare.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Makes problem details (RFC 9457), for controllers and for filters that stand before them. */
@Component
class Problems {

  /** The types are names, not addresses: there is nothing to fetch. */
  private static final String TYPE_PREFIX = "urn:aftercare:problem:";

  private static final Pattern FOR_PROGRAMS = Pattern.compile("/(api|engine-rest|actuator)(/|$)");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
          body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif }
        </style>
      </head>
      <body>
        <h1>%s</h1>
        <p>%s</p>
        <p><a href="%s/camunda/app/tasklist/">Go to Tasklist</a></p>
      </body>
      </html>
      """;

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
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    if (isPersonBrowsing(request)) {
      response.setContentType(MediaType.TEXT_HTML_VALUE);
      response.getOutputStream().write(page(request, title, detail));
      return;
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(), of(status, code, title, detail, List.of(), request));
  }

  /** Somebody has typed or followed an address; programs name what they read, or nothing. */
  private static boolean isPersonBrowsing(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null
        && accepted.contains(MediaType.TEXT_HTML_VALUE)
        && HttpMethod.GET.matches(request.getMethod())
        && !FOR_PROGRAMS.matcher(request.getRequestURI()).find();
  }

  private static byte[] page(HttpServletRequest request, String title, String detail) {
    return PAGE.formatted(
            HtmlUtils.htmlEscape(title, "UTF-8"),
            HtmlUtils.htmlEscape(title, "UTF-8"),
            HtmlUtils.htmlEscape(detail, "UTF-8"),
            HtmlUtils.htmlEscape(request.getContextPath(), "UTF-8"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
