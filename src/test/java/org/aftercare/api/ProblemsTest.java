package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aftercare.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong with a request, where, and how to mend it: the answer says all three. */
@WebTest
class ProblemsTest {

  private static final String TOKENS = "/api/demo/tokens";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"customerId": "C-1001"                     | 400 | malformed-body   |
          not JSON                                    | 400 | malformed-body   |
          {"customerId": "C-1001"} {}                 | 400 | malformed-body   |
          {"customerId": "C-1", "customerId": "C-2"}  | 400 | malformed-body   |
          ["C-1001"]                                  | 400 | malformed-body   |
          {"customer": "C-1001"}                      | 400 | unreadable-field | /customer
          {"customerId": 1001}                        | 400 | unreadable-field | /customerId
          {"customerId": true}                        | 400 | unreadable-field | /customerId
          {"customerId": {}}                          | 400 | unreadable-field | /customerId
          {"customerId": "C-1001\\u0000"}            | 400 | unreadable-field | /customerId
          {"customerId": null}                        | 422 | invalid-request  | /customerId
          {}                                          | 422 | invalid-request  | /customerId
          {"customerId": "somebody"}                  | 422 | invalid-request  | /customerId
          """)
  void aBodyThatCannotBeAcceptedIsAnsweredWithWhatIsWrong(
      String body, int status, String problem, String field) {
    Visitor.Answer answer = Visitor.anonymous(port).post(TOKENS, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    JsonNode json = answer.json();
    assertThat(json.get("status").asInt()).isEqualTo(status);
    assertThat(json.get("title").asText()).isNotBlank();
    assertThat(json.get("detail").asText()).isNotBlank();
    assertThat(json.get("instance").asText()).isEqualTo(TOKENS);
    if (field == null) {
      assertThat(json.has("errors")).isFalse();
    } else {
      JsonNode error = json.get("errors").get(0);
      assertThat(error.get("field").asText()).isEqualTo(field);
      assertThat(error.get("detail").asText()).isNotBlank();
      assertThat(error.get("remedy").asText()).isNotBlank();
    }
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.aftercare");
  }

  @Test
  void aQueryForWhatNobodyCanKeepIsRefused() {
    Visitor.Answer answer = Visitor.staff(port, "frida").get("/api/cases?customer=C-1%00");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("unreadable-parameter");
  }

  @Test
  void aBodyThatIsMissingIsSaidToBe() {
    assertThat(Visitor.anonymous(port).post(TOKENS, "").problem()).isEqualTo("malformed-body");
  }

  @Test
  void tenMegabytesOfTextAreRefusedUnread() {
    String text = "x".repeat(10_000_000);
    Visitor.Answer answer =
        Visitor.anonymous(port).post(TOKENS, "{\"customerId\": \"" + text + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("body-too-large");
    assertThat(answer.json().get("detail").asText()).contains("256 KB");
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedOnceItHasBecomeTooLarge() {
    byte[] body =
        ("{\"customerId\": \"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    Visitor.Answer answer =
        Visitor.anonymous(port).stream(
            "POST",
            TOKENS,
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            Map.of("Content-Type", "application/json"));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("body-too-large");
  }

  @Test
  void aBodyWithinTheLimitIsRead() {
    String text = "x".repeat(200_000);
    assertThat(Visitor.anonymous(port).post(TOKENS, "{\"customerId\": \"" + text + "\"}").problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    Visitor.Answer answer =
        Visitor.anonymous(port).post(TOKENS, "<c/>", Map.of("Content-Type", "application/xml"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    assertThat(answer.json().get("detail").asText()).contains("application/json");
  }

  @Test
  void anAnswerInAnotherMediaTypeIsNotToBeHad() {
    Visitor.Answer answer =
        Visitor.staff(port, "frida").get("/api/cases", Map.of("Accept", "application/xml"));
    assertThat(answer.status()).isEqualTo(406);
  }

  @Test
  void aCommandWithoutItsKeyIsRefused() {
    Visitor.Answer answer = Visitor.staff(port, "frida").post("/api/cases/W-0000-0000/cancel", "");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("idempotency-key");
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
    assertThat(answer.json().at("/errors/0/remedy").asText()).contains("UUID");
  }

  @ParameterizedTest
  @CsvSource({
    "page=-1, 422, page",
    "size=0, 422, size",
    "size=101, 422, size",
    "page=first, 400, page",
    "status=BROKEN, 400, status"
  })
  void parametersThatMakeNoSenseAreNamed(String query, int status, String field) {
    Visitor.Answer answer = Visitor.staff(port, "frida").get("/api/cases?" + query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/remedy").asText()).isNotBlank();
  }

  @Test
  void aChoiceThatDoesNotExistIsAnsweredWithThoseThatDo() {
    assertThat(
            Visitor.staff(port, "frida")
                .get("/api/cases?status=BROKEN")
                .json()
                .at("/errors/0/remedy")
                .asText())
        .contains("OPEN", "CLOSED");
  }

  @Test
  void anUnknownNumberIsNotFound() {
    assertThat(Visitor.staff(port, "frida").get("/api/cases/W-0000-0000").problem())
        .isEqualTo("not-found");
  }
}
