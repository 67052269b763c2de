package org.aftercare.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.aftercare.returns.ReturnProperties.SendingPaidBy;

/**
 * The answer to the second step. The receipt goes to the customer as a message, too.
 *
 * @param noticeAt when the notice of withdrawal was given
 * @param meaning what it means; {@code null} while the order could not be looked up
 */
@Schema(name = "ConfirmedReturn")
record ConfirmedReturn(String caseNumber, Instant noticeAt, ReturnMeaning meaning) {

  static ConfirmedReturn of(ProductReturn confirmed, SendingPaidBy sendingPaidBy) {
    return new ConfirmedReturn(
        confirmed.caseNumber(),
        confirmed.declaration().noticeAt(),
        ReturnMeaning.of(confirmed, sendingPaidBy));
  }
}
