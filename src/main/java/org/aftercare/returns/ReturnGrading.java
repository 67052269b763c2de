package org.aftercare.returns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aftercare.cases.Cases;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.returns.ProductReturn.Goods;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.Returns.History;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.OrderCount;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people find in the goods, and settles what is paid back for them. */
@Service
class ReturnGrading {

  private static final int MONTHS_THAT_COUNT = 6;
  private static final double PERCENT = 100;

  private final Returns returns;
  private final ReturnRules rules;
  private final Orders orders;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ReturnGrading(
      Returns returns,
      ReturnRules rules,
      Orders orders,
      Cases cases,
      BusinessCalendar calendar,
      Clock clock,
      ApplicationEventPublisher events) {
    this.returns = returns;
    this.rules = rules;
    this.orders = orders;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Keeps what the warehouse has found.
   *
   * @return whether all the items are there
   * @throws IllegalArgumentException if a number is named that is not to come back: the person sees
   *     it and corrects the form
   */
  @Transactional
  boolean receive(String caseNumber, Inspection found) {
    ProductReturn of = returns.require(caseNumber);
    List<String> missing = missing(of, found.missing());
    List<String> here =
        of.items().stream()
            .map(ReturnItem::serialNumber)
            .filter(serial -> !missing.contains(serial))
            .toList();
    if (here.isEmpty() && found.grade() != Grade.X) {
      throw new IllegalArgumentException(
          "Nothing is there, so the grade can only be X: wrong or empty.");
    }
    returns.change(of.with(new Goods(here, found.grade(), found.lossPercent(), List.of())));
    publish(of, here);
    cases.record(caseNumber, "internal.returns.graded", Map.of("grade", found.grade().name()));
    return missing.isEmpty();
  }

  private void publish(ProductReturn of, List<String> here) {
    LocalDate today = calendar.dateIn(of.country(), clock.instant());
    of.items().stream()
        .filter(item -> here.contains(item.serialNumber()))
        .collect(Collectors.groupingBy(ReturnItem::sku, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (sku, items) ->
                events.publishEvent(
                    new GoodsReceived(
                        of.caseNumber(), sku, items.get(0).product(), items.size(), today)));
  }

  private static List<String> missing(ProductReturn of, String named) {
    List<String> missing = new ArrayList<>();
    Arrays.stream(named.split("[,;\\s]+"))
        .filter(number -> !number.isEmpty())
        .forEach(
            number ->
                missing.add(
                    of.items().stream()
                        .map(ReturnItem::serialNumber)
                        .filter(number::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "%s is no serial number of this return; the Case tab lists them."
                                        .formatted(number)))));
    return missing;
  }

  /**
   * Gathers what may be signs of fraud, and keeps the signs for the person who looks into them.
   *
   * @throws org.aftercare.systems.SystemUnavailableException if the orders do not answer
   */
  @Transactional
  FraudFacts weigh(String caseNumber, Inspection found) {
    ProductReturn of = returns.require(caseNumber);
    LocalDate since = calendar.dateIn(of.country(), clock.instant()).minusMonths(MONTHS_THAT_COUNT);
    Instant start = since.atStartOfDay(ZoneOffset.UTC).toInstant();
    OrderCount bought = orders.orderCount(of.customerId(), since);
    History history = returns.history(of.customerId(), start, caseNumber);
    int returned = history.items() + of.items().size();
    FraudFacts facts =
        new FraudFacts(
            found.serialMatches(),
            found.complete(),
            (double) found.weightDeviationPercent(),
            history.lost(),
            bought.orders(),
            bought.items() == 0 ? 0.0 : PERCENT * returned / bought.items());
    Goods goods = of.goods();
    returns.change(
        of.with(
            new Goods(
                goods.serialNumbers(),
                goods.grade(),
                goods.lossPercent(),
                rules.signsOfFraud(facts))));
    return facts;
  }

  /**
   * Settles what is paid back. Where nothing is there, and a person pays it back all the same, the
   * customer is believed to have sent everything.
   *
   * @param payout {@code FULL}, {@code DEDUCT} or {@code NONE}
   * @param lossPercent by how much it is lowered if deducted, 1 to 99
   */
  @Transactional
  RefundSum settle(String caseNumber, Payout payout, int lossPercent) {
    ProductReturn of = returns.require(caseNumber);
    if (payout != Payout.NONE && of.itemsBack().isEmpty()) {
      of = of.with(of.goods().countedAsHere(of.declaration().serialNumbers()));
    }
    List<ReturnItem> back = payout == Payout.NONE ? List.of() : of.itemsBack();
    int loss = payout == Payout.DEDUCT ? lossPercent : 0;
    RefundSum sum = of.sumFor(back, loss);
    ProductReturn settled = of.with(sum);
    returns.change(of.goods() == null ? settled : settled.with(of.goods().withLoss(loss)));
    return sum;
  }

  /**
   * Settles a deduction that was disputed after the rest had been paid. A second look is never to
   * the customer's harm: at worst, what was deducted stays.
   *
   * @param payout as the second inspector has found
   * @param lossPercent by how much it is lowered if deducted, 1 to 99
   * @param deductedPercent by how much it was lowered at first
   */
  @Transactional
  Reviewed settleAgain(String caseNumber, Payout payout, int lossPercent, int deductedPercent) {
    int loss =
        switch (payout) {
          case FULL -> 0;
          case DEDUCT -> Math.min(lossPercent, deductedPercent);
          case NONE -> deductedPercent;
        };
    ProductReturn of = returns.require(caseNumber);
    Money paid = of.sumFor(of.itemsBack(), deductedPercent).total();
    Payout settled = loss == 0 ? Payout.FULL : Payout.DEDUCT;
    Money total = settle(caseNumber, settled, loss).total();
    return new Reviewed(
        settled, new Money(total.amount().subtract(paid.amount()), total.currency()));
  }

  /** Whether the customer was told of the right of withdrawal. */
  @Transactional(readOnly = true)
  boolean informed(String caseNumber) {
    return returns.require(caseNumber).requireSale().informed();
  }

  /** Whether what is back can be sold again. */
  @Transactional(readOnly = true)
  boolean sellable(String caseNumber) {
    Goods goods = returns.require(caseNumber).goods();
    return goods != null
        && !goods.serialNumbers().isEmpty()
        && (goods.grade() == Grade.A || goods.grade() == Grade.B);
  }

  enum Payout {
    FULL,
    DEDUCT,
    NONE
  }

  /**
   * What a second look has come to.
   *
   * @param more what is paid back beside what was paid already, 0 or more
   */
  record Reviewed(Payout payout, Money more) {}

  /**
   * As the warehouse's form has it.
   *
   * @param missing serial numbers of the items that are not there, parted by commas or blanks
   * @param lossPercent what use beyond testing has cost the item in value, 0 to 99
   */
  record Inspection(
      Grade grade,
      String missing,
      int lossPercent,
      boolean serialMatches,
      boolean complete,
      int weightDeviationPercent) {}
}
