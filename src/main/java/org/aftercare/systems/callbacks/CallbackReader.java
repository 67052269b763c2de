package org.aftercare.systems.callbacks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.InboundMessage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads a verified callback into a message for a process. */
@Component
class CallbackReader {

  private static final CallbackField CASE_NUMBER = CallbackField.id("caseNumber");

  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * @throws ProblemException 400 if the body is no JSON, 422 if it is not what the contract says
   */
  InboundMessage read(Partner partner, String id, byte[] body) {
    JsonNode callback = parsed(body);
    JsonNode named = callback.path("type");
    CallbackType type =
        CallbackType.of(partner, named.isTextual() ? named.textValue() : "")
            .orElseThrow(() -> unknownType(partner));
    JsonNode data = callback.path("data");
    List<FieldProblem> problems = new ArrayList<>();
    check(CASE_NUMBER, data, problems);
    type.fields().forEach(field -> check(field, data, problems));
    if (problems.isEmpty()) {
      checkOrder(type, data, problems);
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
    Map<String, Object> variables = new TreeMap<>();
    for (CallbackField field : type.fields()) {
      variables.put(field.name(), field.variable(data.get(field.name())));
    }
    return new InboundMessage(
        partner.system(), id, type.message(), data.get("caseNumber").textValue(), variables);
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "not-json",
          "Not JSON",
          "The body cannot be read as JSON, or names a field twice. Send one JSON object.");
    }
  }

  private static void check(CallbackField field, JsonNode data, List<FieldProblem> problems) {
    JsonNode content = data.path(field.name());
    if (!field.accepts(content)) {
      String detail =
          content.isMissingNode() ? "The field is missing." : "The field cannot be read.";
      problems.add(new FieldProblem("/data/" + field.name(), detail, field.remedy()));
    }
  }

  private static void checkOrder(CallbackType type, JsonNode data, List<FieldProblem> problems) {
    if (type != CallbackType.APPOINTMENT_MOVED) {
      return;
    }
    Instant startsAt = CallbackField.instant(data.get("startsAt"));
    Instant endsAt = CallbackField.instant(data.get("endsAt"));
    if (!endsAt.isAfter(startsAt)) {
      problems.add(
          new FieldProblem(
              "/data/endsAt",
              "The visit ends before it begins.",
              "Send a time after that of startsAt."));
    }
  }

  private static ProblemException unknownType(Partner partner) {
    return ProblemException.invalid(
        "/type",
        "The type is missing or not one that %s can send.".formatted(partner.system()),
        "Send one of " + String.join(", ", CallbackType.typesOf(partner)) + ".");
  }
}
