package org.aftercare.systems.callbacks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what partners tell into the inbox. Nobody logs in here: a callback's signature says who
 * sends it.
 */
@RestController
@Tag(name = "Callbacks", description = "What partners tell")
class CallbacksController {

  private static final Logger log = LoggerFactory.getLogger(CallbacksController.class);

  /** Far above any callback of the contract. */
  private static final int LARGEST_BODY = 64 * 1024;

  private final CallbackVerifiers verifiers;
  private final CallbackReader reader;
  private final Inbox inbox;

  CallbacksController(CallbackVerifiers verifiers, CallbackReader reader, Inbox inbox) {
    this.verifiers = verifiers;
    this.reader = reader;
    this.inbox = inbox;
  }

  /** The body is read by hand: it is signed byte by byte, and its size is not to be trusted. */
  @PostMapping(path = "/api/callbacks/{system}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Tell what happened",
      description =
          "A message of a partner, signed as the Standard Webhooks specification says. The same"
              + " webhook-id again has no second effect.",
      parameters = {
        @Parameter(name = "webhook-id", in = ParameterIn.HEADER, required = true),
        @Parameter(name = "webhook-timestamp", in = ParameterIn.HEADER, required = true),
        @Parameter(name = "webhook-signature", in = ParameterIn.HEADER, required = true)
      },
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      examples =
                          @ExampleObject(
                              """
                              {"type": "part.arrived", "timestamp": "2026-12-03T08:00:00Z",
                               "data": {"caseNumber": "W-7K3M-2QPX", "reservationId": "RES-4711"}}
                              """))),
      responses = {
        @ApiResponse(responseCode = "204", description = "Taken, now or before"),
        @ApiResponse(responseCode = "401", description = "Not signed by that partner, or stale"),
        @ApiResponse(responseCode = "404", description = "No such partner"),
        @ApiResponse(responseCode = "413", description = "Larger than 64 KB"),
        @ApiResponse(responseCode = "422", description = "Not what the contract says")
      })
  void receive(
      @Parameter(description = "Who sends it: shipping, parts, booking or billing") @PathVariable
          String system,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    Partner partner =
        Partner.named(system)
            .orElseThrow(() -> ProblemException.notFound("partner that sends callbacks"));
    byte[] body = body(request);
    String id = request.getHeader("webhook-id");
    WebhookVerifier.Verdict verdict =
        verifiers
            .of(partner)
            .verify(
                id,
                request.getHeader("webhook-timestamp"),
                request.getHeader("webhook-signature"),
                body);
    if (verdict != WebhookVerifier.Verdict.GENUINE) {
      log.warn("Refused a callback in the name of {}: {}", partner.system(), verdict);
      throw refused(verdict);
    }
    InboundMessage message = reader.read(partner, id, body);
    boolean first =
        CallbackType.awaited(message.name()) ? inbox.accept(message) : inbox.report(message);
    log.info(
        "{} for case {} from {}: {}",
        message.name(),
        message.caseNumber(),
        partner.system(),
        first ? "taken" : "known already");
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new ProblemException(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "too-large",
          "Too large",
          "A callback has at most %d bytes.".formatted(LARGEST_BODY));
    }
    return body;
  }

  private static ProblemException refused(WebhookVerifier.Verdict verdict) {
    String detail =
        switch (verdict) {
          case NO_ID ->
              "The header webhook-id is missing or not made of 1 to 200 letters, digits, colons,"
                  + " underscores and hyphens.";
          case NO_TIMESTAMP ->
              "The header webhook-timestamp is missing or not a number of seconds since 1970.";
          case NO_SIGNATURE -> "The header webhook-signature is missing.";
          case STALE ->
              "The header webhook-timestamp is too far from now. Sign each try anew, and check the"
                  + " sender's clock.";
          case WRONG_SIGNATURE, GENUINE ->
              "No signature in webhook-signature fits. Sign id, timestamp and the very bytes of the"
                  + " body, parted by full stops, with the secret agreed for this system.";
        };
    return new ProblemException(
        HttpStatus.UNAUTHORIZED, "not-verified", "Callback not verified", detail);
  }
}
