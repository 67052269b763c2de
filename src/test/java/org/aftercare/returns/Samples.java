package org.aftercare.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aftercare.returns.ProductReturn.Declaration;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Sale;
import org.aftercare.returns.ProductReturn.Terms;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders.Exclusion;
import org.aftercare.systems.Orders.SalesChannel;

/** Returns as tests need them: a kettle and a toaster, bought together. */
final class Samples {

  static final String KETTLE = "BR-KT-17-0001";
  static final String TOASTER = "BR-TO-02-0001";

  private Samples() {}

  static Money money(String amount) {
    return new Money(new BigDecimal(amount), "SEK");
  }

  static ReturnItem item(String serialNumber, String price, String bundle, String discount) {
    return new ReturnItem(
        serialNumber,
        serialNumber.substring(0, 8) + "-SE",
        "Bryggeri " + serialNumber.substring(0, 8),
        "kitchen",
        "bryggeri",
        money(price),
        LocalDate.of(2026, 11, 12),
        Exclusion.NONE,
        bundle,
        money(discount));
  }

  static Sale sale(SalesChannel channel, String deliveryCost, ReturnItem... items) {
    return new Sale(channel, true, money(deliveryCost), List.of(items));
  }

  static Declaration declaration(Wish wish, Instant noticeAt, String... serialNumbers) {
    Instant declaredAt = Instant.parse("2026-11-16T08:59:00Z");
    return new Declaration(
        List.of(serialNumbers),
        Reason.CHANGED_MIND,
        wish,
        null,
        null,
        declaredAt,
        declaredAt.plusSeconds(3 * 86_400L),
        noticeAt);
  }

  static Terms terms(Right right, LocalDate notice, int restockingPercent) {
    return new Terms(
        right,
        notice.plusDays(10),
        true,
        notice.plusDays(14),
        notice.plusDays(14),
        notice.plusDays(10),
        notice.plusDays(30),
        notice.plusDays(10),
        restockingPercent);
  }

  /** A kettle for 690 SEK and its delivery, to be paid back. */
  static ProductReturn confirmed(String caseNumber, LocalDate notice) {
    return of(
        caseNumber,
        sale(SalesChannel.ONLINE, "49.00", item(KETTLE, "690.00", null, "0.00")),
        terms(Right.WITHDRAWAL, notice, 0),
        declaration(Wish.REFUND, notice.atTime(9, 0).toInstant(ZoneOffset.UTC), KETTLE));
  }

  static ProductReturn of(String caseNumber, Sale sale, Terms terms, Declaration declaration) {
    return new ProductReturn(
        caseNumber, "C-1", "SE", "O-1", declaration, sale, terms, null, null, null);
  }
}
