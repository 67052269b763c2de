package org.aftercare.api;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered as asked. It becomes a problem detail (RFC 9457) that says what
 * is wrong, where, and how to mend it.
 */
public class ProblemException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final String title;
  private final List<FieldProblem> errors;

  /**
   * @param status the answer's HTTP status
   * @param code the problem's type as a short name such as {@code case-closed}: a stable name that
   *     clients may rely on
   * @param title the type in words, the same for every occurrence
   * @param detail what happened this time and how to mend it; no personal data
   * @param errors the parts of the request that are at fault, if any
   */
  public ProblemException(
      HttpStatus status, String code, String title, String detail, List<FieldProblem> errors) {
    super(detail);
    this.status = Objects.requireNonNull(status, "status");
    this.code = Objects.requireNonNull(code, "code");
    this.title = Objects.requireNonNull(title, "title");
    this.errors = List.copyOf(errors);
  }

  /** A problem that no single part of the request is to blame for. */
  public ProblemException(HttpStatus status, String code, String title, String detail) {
    this(status, code, title, detail, List.of());
  }

  /** 404: there is nothing under that number, or the caller may not know of it. */
  public static ProblemException notFound(String what) {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "not-found",
        "Not found",
        "There is no %s for you here. Check the number.".formatted(what));
  }

  /** 422: the request is well formed, but its content cannot be accepted. */
  public static ProblemException invalid(List<FieldProblem> errors) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "invalid-request",
        "Invalid request",
        "The request was understood, but its content cannot be accepted; see errors.",
        errors);
  }

  /** 422 for one field. */
  public static ProblemException invalid(String field, String detail, String remedy) {
    return invalid(List.of(new FieldProblem(field, detail, remedy)));
  }

  /** 409: what is asked for does not go with how things stand. */
  public static ProblemException conflict(String code, String title, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, code, title, detail);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public List<FieldProblem> errors() {
    return errors;
  }
}
