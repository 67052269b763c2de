package org.aftercare.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.aftercare.returns.ReturnProperties.SendingPaidBy;

/**
 * The answer to the first step: nothing is withdrawn yet.
 *
 * @param meaning what it would mean; {@code null} while the order could not be looked up
 */
@Schema(name = "DeclaredReturn")
record DeclaredReturn(String caseNumber, ReturnMeaning meaning, NextStep next) {

  static DeclaredReturn of(ProductReturn declared, SendingPaidBy sendingPaidBy) {
    return new DeclaredReturn(
        declared.caseNumber(),
        ReturnMeaning.of(declared, sendingPaidBy),
        new NextStep(
            "confirm withdrawal",
            "POST",
            "%s/%s/confirm".formatted(ProductReturnController.PATH, declared.caseNumber()),
            declared.declaration().lapsesAt()));
  }

  /**
   * The second step.
   *
   * @param name what its button says
   * @param until without it until then, the declaration lapses without any effect
   */
  @Schema(name = "ReturnNextStep")
  record NextStep(String name, String method, String href, Instant until) {}
}
