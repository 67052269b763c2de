package org.aftercare.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aftercare.cases.ServiceCase;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.returns.ReturnProperties.SendingPaidBy;
import org.aftercare.systems.Money;

/**
 * A return as its customer and staff see it.
 *
 * @param outcome how it ended, or {@code null} while it runs
 * @param handedOnTo the flow in which the case goes on, or {@code null} for this one
 * @param noticeAt when the withdrawal was confirmed, or {@code null} until then
 * @param meaning what holds for it; {@code null} until the order has been looked up
 * @param labelNumber shown where the goods are handed in, or {@code null} before there is one
 * @param sent what proves that the goods were sent, or {@code null} until they were
 * @param grade of the goods, or {@code null} until they were looked at
 */
@Schema(name = "ProductReturnView")
record ProductReturnView(
    String caseNumber,
    String customerId,
    ServiceCase.Status status,
    String outcome,
    String handedOnTo,
    String orderNumber,
    List<Item> items,
    Reason reason,
    Wish wish,
    Instant declaredAt,
    Instant noticeAt,
    ReturnMeaning meaning,
    String labelNumber,
    Proof sent,
    Grade grade) {

  static ProductReturnView of(
      ServiceCase of,
      ProductReturn found,
      List<Commitment> commitments,
      SendingPaidBy sendingPaidBy) {
    return new ProductReturnView(
        of.caseNumber(),
        of.customerId(),
        of.status(),
        of.outcome(),
        of.flow().equals(ReturnProcess.KEY) ? null : of.flow(),
        found.orderNumber(),
        items(found),
        found.declaration().reason(),
        found.declaration().wish(),
        found.declaration().declaredAt(),
        found.declaration().noticeAt(),
        ReturnMeaning.of(found, sendingPaidBy),
        commitments.stream()
            .filter(made -> made.kind() == Kind.LABEL)
            .reduce((earlier, later) -> later)
            .map(Commitment::detail)
            .orElse(null),
        found.sending() == null ? null : found.sending().proof(),
        found.goods() == null ? null : found.goods().grade());
  }

  private static List<Item> items(ProductReturn found) {
    if (found.sale() == null) {
      return found.declaration().serialNumbers().stream()
          .map(serial -> new Item(serial, null, null, null))
          .toList();
    }
    return found.items().stream()
        .map(
            item -> new Item(item.serialNumber(), item.product(), item.price(), item.deliveredOn()))
        .toList();
  }

  /** What is {@code null} has not been looked up yet, or not been delivered. */
  @Schema(name = "ReturnItem")
  record Item(String serialNumber, String product, Money price, LocalDate deliveredOn) {}
}
