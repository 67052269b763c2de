package org.aftercare.sandbox;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads what was sent, or answers with what is wrong with it. */
class Requests {

  private Requests() {}

  static <T> T body(ServerRequest request, Class<T> type) throws ServletException, IOException {
    try {
      return request.body(type);
    } catch (HttpMessageNotReadableException e) {
      throw ProblemException.badRequest("The body is not what this operation takes.");
    }
  }

  static String required(String field, String content) {
    if (content == null || content.isBlank()) {
      throw ProblemException.badRequest("The field " + field + " is missing.");
    }
    return content;
  }

  static <T> T present(String field, T content) {
    if (content == null) {
      throw ProblemException.badRequest("The field " + field + " is missing.");
    }
    return content;
  }

  static LocalDate date(ServerRequest request, String parameter) {
    try {
      return LocalDate.parse(required(parameter, request.param(parameter).orElse(null)));
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("The field " + parameter + " is not a day as in ISO 8601.");
    }
  }

  static int page(ServerRequest request) {
    String page = required("page", request.param("page").orElse(null));
    if (!page.matches("\\d{1,6}")) {
      throw ProblemException.badRequest("The field page is not a number from 0.");
    }
    return Integer.parseInt(page);
  }

  static String newId(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
