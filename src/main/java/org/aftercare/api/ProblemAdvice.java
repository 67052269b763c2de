package org.aftercare.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever goes wrong in a request into a problem detail, without the program's insides. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final int bodyLimitBytes;
  private final DataSize fileLimit;
  private final DataSize uploadLimit;

  ProblemAdvice(
      @Value("${aftercare.api.body-limit-bytes}") int bodyLimitBytes,
      @Value("${spring.servlet.multipart.max-file-size:5MB}") String fileLimit,
      @Value("${spring.servlet.multipart.max-request-size:6MB}") String uploadLimit) {
    this.bodyLimitBytes = bodyLimitBytes;
    this.fileLimit = DataSize.parse(fileLimit);
    this.uploadLimit = DataSize.parse(uploadLimit);
  }

  static String tooLarge(int limitBytes) {
    return "A body has at most %d KB. Send less, or in parts.".formatted(limitBytes / 1024);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(ProblemException e, HttpServletRequest request) {
    return answer(e.status(), e.code(), e.title(), e.getMessage(), e.errors(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidRequest(
      InvalidRequestException e, HttpServletRequest request) {
    return invalid(e.problems(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidBody(
      MethodArgumentNotValidException e, HttpServletRequest request) {
    return invalid(
        e.getBindingResult().getAllErrors().stream().map(ProblemAdvice::bodyProblem).toList(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidParameter(
      HandlerMethodValidationException e, HttpServletRequest request) {
    return invalid(
        e.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                error instanceof FieldError field
                                    ? bodyProblem(field)
                                    : new FieldProblem(
                                        result.getMethodParameter().getParameterName(),
                                        String.valueOf(error.getDefaultMessage()),
                                        "Send a value that meets this rule.")))
            .toList(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidArgument(
      ConstraintViolationException e, HttpServletRequest request) {
    return invalid(
        e.getConstraintViolations().stream()
            .map(
                violation ->
                    new FieldProblem(
                        violation.getPropertyPath().toString(),
                        violation.getMessage(),
                        "Send a value that meets this rule."))
            .toList(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    if (BodyTooLargeException.isBehind(e) || e.getCause() instanceof StreamConstraintsException) {
      return answer(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "body-too-large",
          "Body too large",
          tooLarge(bodyLimitBytes),
          List.of(),
          request);
    }
    if (e.getCause() instanceof MismatchedInputException mismatch
        && !mismatch.getPath().isEmpty()) {
      return answer(
          HttpStatus.BAD_REQUEST,
          "unreadable-field",
          "Field cannot be read",
          "The body is JSON, but one of its fields cannot be read; see errors.",
          List.of(fieldProblem(mismatch)),
          request);
    }
    String where =
        e.getCause() instanceof JsonProcessingException json && json.getLocation() != null
            ? " See line %d, column %d."
                .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
            : "";
    return answer(
        HttpStatus.BAD_REQUEST,
        "malformed-body",
        "Malformed body",
        "The body is missing or is not the JSON object that is expected here." + where,
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missingHeader(
      MissingRequestHeaderException e, HttpServletRequest request) {
    return answer(
        HttpStatus.BAD_REQUEST,
        e.getHeaderName().equalsIgnoreCase(IdempotentCommands.HEADER)
            ? "idempotency-key"
            : "missing-header",
        "Header missing",
        "The request lacks the header " + e.getHeaderName() + ".",
        List.of(
            new FieldProblem(
                e.getHeaderName(),
                "The header is missing.",
                e.getHeaderName().equalsIgnoreCase(IdempotentCommands.HEADER)
                    ? "Send a new random UUID for a new command and the same one to repeat it."
                    : "Send the header.")),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missingParameter(
      MissingServletRequestParameterException e, HttpServletRequest request) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "missing-parameter",
        "Parameter missing",
        "The request lacks the parameter " + e.getParameterName() + ".",
        List.of(
            new FieldProblem(
                e.getParameterName(), "The parameter is missing.", "Add it to the query.")),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongParameterType(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    Class<?> type = e.getRequiredType();
    return answer(
        HttpStatus.BAD_REQUEST,
        "unreadable-parameter",
        "Parameter cannot be read",
        "The parameter " + e.getName() + " cannot be read.",
        List.of(new FieldProblem(e.getName(), "It is of the wrong type.", remedy(type))),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> badBinding(
      ServletRequestBindingException e, HttpServletRequest request) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "bad-request",
        "Bad request",
        "A part of the request is missing or cannot be read. See the API's description.",
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> methodNotAllowed(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    String allowed =
        Arrays.stream(e.getSupportedMethods() == null ? new String[0] : e.getSupportedMethods())
            .sorted()
            .collect(Collectors.joining(", "));
    ResponseEntity<ProblemDetail> answer =
        answer(
            HttpStatus.METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "Method not allowed",
            "This path knows only: " + allowed + ".",
            List.of(),
            request);
    return ResponseEntity.status(answer.getStatusCode())
        .header(HttpHeaders.ALLOW, allowed)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unsupportedType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    return answer(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-media-type",
        "Unsupported media type",
        "This endpoint reads: " + named(e.getSupportedMediaTypes()) + ". Set Content-Type.",
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
    return answer(
        HttpStatus.NOT_ACCEPTABLE,
        "not-acceptable",
        "No acceptable answer",
        "This endpoint answers with: " + named(e.getSupportedMediaTypes()) + ".",
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> uploadTooLarge(
      MaxUploadSizeExceededException e, HttpServletRequest request) {
    return answer(
        HttpStatus.PAYLOAD_TOO_LARGE,
        "body-too-large",
        "Body too large",
        "A file has at most %d MB, and all that are sent together have %d MB. Send smaller or fewer ones."
            .formatted(fileLimit.toMegabytes(), uploadLimit.toMegabytes()),
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadableUpload(MultipartException e, HttpServletRequest request) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "unreadable-upload",
        "Files cannot be read",
        "The files did not come whole, or are too many at once. Send them again, or fewer.",
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> nothingThere(
      NoResourceFoundException e, HttpServletRequest request) {
    return answer(
        HttpStatus.NOT_FOUND,
        "no-such-endpoint",
        "No such endpoint",
        "There is nothing under this path.",
        List.of(),
        request);
  }

  /** Whatever else Spring, or a controller through Spring, answers with a status of its own. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> answered(ErrorResponseException e, HttpServletRequest request) {
    HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
    return answer(
        status,
        "http-" + status.value(),
        status.getReasonPhrase(),
        status.getReasonPhrase() + ".",
        List.of(),
        request);
  }

  /** A lock or a connection was not to be had in time; the command can be sent again. */
  @ExceptionHandler({
    TransientDataAccessException.class,
    CannotGetJdbcConnectionException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ProblemDetail> busy(RuntimeException e, HttpServletRequest request) {
    LOG.warn("The database was too busy for a request.", e);
    ResponseEntity<ProblemDetail> answer =
        answer(
            HttpStatus.SERVICE_UNAVAILABLE,
            "busy",
            "Too busy",
            "The server is too busy. Send the request again in a moment, a command under the same key.",
            List.of(),
            request);
    return ResponseEntity.status(answer.getStatusCode())
        .header(HttpHeaders.RETRY_AFTER, "2")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request)
      throws Exception {
    if (e instanceof org.springframework.security.access.AccessDeniedException
        || e instanceof org.springframework.security.core.AuthenticationException) {
      throw e;
    }
    if (BodyTooLargeException.isBehind(e)) {
      return answer(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "body-too-large",
          "Body too large",
          tooLarge(bodyLimitBytes),
          List.of(),
          request);
    }
    LOG.error("A request failed unexpectedly.", e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal-error",
        "Internal error",
        "Something went wrong on our side. Send the request again later; if it stays so, tell operations the time.",
        List.of(),
        request);
  }

  private static ResponseEntity<ProblemDetail> invalid(
      List<FieldProblem> errors, HttpServletRequest request) {
    ProblemException problem = ProblemException.invalid(errors);
    return answer(
        problem.status(),
        problem.code(),
        problem.title(),
        problem.getMessage(),
        problem.errors(),
        request);
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status,
      String code,
      String title,
      String detail,
      List<FieldProblem> errors,
      HttpServletRequest request) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, code, title, detail, errors, request));
  }

  private static FieldProblem bodyProblem(ObjectError error) {
    String pointer =
        error instanceof FieldError field
            ? "/" + field.getField().replaceAll("\\[(\\d+)]", "/$1").replace('.', '/')
            : "";
    return new FieldProblem(
        pointer, String.valueOf(error.getDefaultMessage()), "Send a value that meets this rule.");
  }

  private static FieldProblem fieldProblem(MismatchedInputException mismatch) {
    String pointer =
        mismatch.getPath().stream()
            .map(ProblemAdvice::step)
            .collect(Collectors.joining("/", "/", ""));
    if (mismatch instanceof UnrecognizedPropertyException unknown) {
      Collection<Object> known = unknown.getKnownPropertyIds();
      return new FieldProblem(
          pointer,
          "There is no such field.",
          known == null || known.isEmpty()
              ? "Leave it out."
              : "Leave it out. The fields here are: "
                  + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                  + ".");
    }
    if (mismatch instanceof PlainTextDeserializer.UnstorableTextException) {
      return new FieldProblem(
          pointer, "The text holds the character U+0000.", "Send plain text without it.");
    }
    String detail =
        mismatch instanceof InvalidFormatException
            ? "Its value cannot be read."
            : "It is missing or of the wrong type.";
    return new FieldProblem(pointer, detail, remedy(mismatch.getTargetType()));
  }

  private static String step(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? String.valueOf(reference.getIndex())
        : reference.getFieldName().replace("~", "~0").replace("/", "~1");
  }

  private static String remedy(Class<?> type) {
    if (type == null) {
      return "See the API's description.";
    }
    if (type.isEnum()) {
      return "Send one of "
          + Stream.of(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "))
          + ".";
    }
    return switch (type.getSimpleName()) {
      case "String" -> "Send text.";
      case "int", "Integer", "long", "Long" -> "Send a whole number.";
      case "BigDecimal", "double", "Double" -> "Send a number.";
      case "boolean", "Boolean" -> "Send true or false.";
      case "LocalDate" -> "Send a date such as 2026-11-22.";
      case "Instant", "OffsetDateTime" -> "Send an instant such as 2026-11-22T10:15:00Z.";
      case "List", "Set", "Collection", "ArrayList" -> "Send a JSON array.";
      default -> "See the API's description.";
    };
  }

  private static String named(List<MediaType> types) {
    return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
  }
}
