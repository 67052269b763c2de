package org.aftercare.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.ProblemException;
import org.aftercare.api.UnkeptCommands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Erasing customers. The customer's number is in the body and not in the path, which proxies write
 * into their logs; and the command is not kept, which would link the number to its stand-in.
 */
@RestController
@RequestMapping(ErasureController.PATH)
@Tag(name = "Erasure of customers")
class ErasureController {

  static final String PATH = "/api/erasures";

  private static final int LONGEST_ID = 64;

  private final CustomerErasure erasure;
  private final CurrentCaller caller;
  private final UnkeptCommands commands;

  ErasureController(CustomerErasure erasure, CurrentCaller caller, UnkeptCommands commands) {
    this.erasure = erasure;
    this.caller = caller;
    this.commands = commands;
  }

  @PostMapping
  @Operation(
      summary = "Erase a customer: the person goes, the cases stay without them",
      description =
          "Neither the request nor the answer is kept: sent again under its key, the command is answered with 410, whatever its body. Write the reference down.")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  ResponseEntity<CustomerErasure.Erased> erase(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody Request request) {
    request.check();
    return commands.once(
        key, () -> ResponseEntity.ok(erasure.erase(request.customerId().strip(), who())));
  }

  private String who() {
    return caller.get() instanceof Caller.Staff staff ? staff.userId() : caller.get().reference();
  }

  /**
   * @param customerId the customer's number in the CRM
   */
  record Request(String customerId) {

    void check() {
      if (customerId == null || customerId.isBlank() || customerId.length() > LONGEST_ID) {
        throw ProblemException.invalid(
            "/customerId",
            "A customer's number has 1 to %d characters.".formatted(LONGEST_ID),
            "Send the number that the customer has in the CRM, such as C-1001.");
      }
    }
  }
}
