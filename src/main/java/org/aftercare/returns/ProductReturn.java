package org.aftercare.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders.Exclusion;
import org.aftercare.systems.Orders.SalesChannel;

/**
 * A customer's withdrawal from the purchase of some items of an order, and what became of them.
 *
 * @param country whose law decides, ISO 3166 alpha-2
 * @param sale what the order says, or {@code null} until it has been found
 * @param terms what holds for this return, or {@code null} until the sale is known
 * @param sending how the goods were sent, or {@code null} until they were
 * @param goods what arrived, or {@code null} until the warehouse has graded it
 * @param refund what is paid back, or {@code null} until it is settled
 */
record ProductReturn(
    String caseNumber,
    String customerId,
    String country,
    String orderNumber,
    Declaration declaration,
    Sale sale,
    Terms terms,
    Sending sending,
    Goods goods,
    RefundSum refund) {

  /** More than any currency of ours has. */
  private static final int DECIMALS = 2;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * What the customer has declared. The first step only says what is meant; the second, the
   * confirmation, is the notice in the sense of the law: directive 2011/83/EU, article 11a.
   *
   * @param serialNumbers of the items that go back
   * @param symptom the fault, as the parts catalogue names it, or {@code null} for none
   * @param noticedOn when the fault was first seen, or {@code null}
   * @param declaredAt when the first step was taken
   * @param lapsesAt when a declaration that nobody confirms lapses
   * @param noticeAt when it was confirmed, or {@code null}
   */
  record Declaration(
      List<String> serialNumbers,
      Reason reason,
      Wish wish,
      String symptom,
      LocalDate noticedOn,
      Instant declaredAt,
      Instant lapsesAt,
      Instant noticeAt) {

    Declaration {
      serialNumbers = List.copyOf(serialNumbers);
    }

    boolean confirmed() {
      return noticeAt != null;
    }

    boolean defective() {
      return reason == Reason.DEFECTIVE;
    }

    Declaration confirmedAt(Instant now) {
      return new Declaration(
          serialNumbers, reason, wish, symptom, noticedOn, declaredAt, lapsesAt, now);
    }

    Declaration of(List<String> others) {
      return new Declaration(
          others, reason, wish, symptom, noticedOn, declaredAt, lapsesAt, noticeAt);
    }
  }

  /** Nobody has to give one. */
  enum Reason {
    NOT_STATED,
    CHANGED_MIND,
    DOES_NOT_FIT,
    NOT_AS_DESCRIBED,
    LATE_DELIVERY,
    DEFECTIVE
  }

  enum Wish {
    REFUND,
    EXCHANGE
  }

  /**
   * The order with all its items, for what is kept matters too.
   *
   * @param informed whether the customer was told of the right of withdrawal
   * @param deliveryCost what standard delivery of the order cost
   */
  record Sale(SalesChannel channel, boolean informed, Money deliveryCost, List<ReturnItem> items) {

    Sale {
      items = List.copyOf(items);
    }

    /** When the last of its items was delivered; empty while one is still to come. */
    Optional<LocalDate> deliveredOn() {
      if (items.stream().anyMatch(item -> item.deliveredOn() == null)) {
        return Optional.empty();
      }
      return items.stream().map(ReturnItem::deliveredOn).max(LocalDate::compareTo);
    }
  }

  /**
   * An item of the order.
   *
   * @param price what was paid for it
   * @param bundle what was cheaper together with it, or {@code null}
   * @param bundleDiscount by how much it was cheaper for that
   */
  record ReturnItem(
      String serialNumber,
      String sku,
      String product,
      String productGroup,
      String supplierId,
      Money price,
      LocalDate deliveredOn,
      Exclusion exclusion,
      String bundle,
      Money bundleDiscount) {}

  /**
   * What holds for this return. The days are those of the country.
   *
   * @param right what the table {@code return-right} says, or a person who has reviewed it
   * @param lastDay of withdrawal, or {@code null} while the goods are still to be delivered
   * @param inTime whether the notice came by then
   * @param sendBackBy last day for sending the goods
   * @param refundBy last day for paying back
   */
  record Terms(
      Right right,
      LocalDate lastDay,
      boolean inTime,
      LocalDate sendBackBy,
      LocalDate refundBy,
      LocalDate remindOn,
      LocalDate closeOn,
      LocalDate escalateOn,
      int restockingPercent) {

    Terms granted(Right granted) {
      return new Terms(
          granted,
          lastDay,
          inTime,
          sendBackBy,
          refundBy,
          remindOn,
          closeOn,
          escalateOn,
          restockingPercent);
    }
  }

  enum Right {
    WITHDRAWAL,
    VOLUNTARY,
    LATE,
    EXCLUDED,
    WARRANTY
  }

  /**
   * @param proof what proves it
   */
  record Sending(Proof proof, Instant at) {}

  enum Proof {
    /** The carrier has scanned the label. */
    SCANNED,
    /** The customer has shown that the goods were sent another way. */
    SHOWN,
    /** They are here. */
    ARRIVED
  }

  /**
   * What arrived, as people found it. The newest inspection counts.
   *
   * @param serialNumbers of the items that are here, or count as if they were
   * @param lossPercent by how much the use beyond testing has lowered the value, 0 to 99
   * @param signs of fraud, codes
   */
  record Goods(List<String> serialNumbers, Grade grade, int lossPercent, List<String> signs) {

    Goods {
      serialNumbers = List.copyOf(serialNumbers);
      signs = List.copyOf(signs);
    }

    Goods withLoss(int percent) {
      return new Goods(serialNumbers, grade, percent, signs);
    }

    /** As if these had arrived. */
    Goods countedAsHere(List<String> items) {
      return new Goods(items, grade, lossPercent, signs);
    }
  }

  enum Grade {
    A,
    B,
    C,
    D,
    X
  }

  /**
   * What is paid back: items less deduction less fee, and the delivery cost.
   *
   * @param items what was paid for the items that are back
   * @param deduction for use beyond testing
   * @param fee for restocking, under the voluntary policy only
   */
  record RefundSum(Money items, Money deduction, Money fee, Money deliveryCost) {

    Money total() {
      return new Money(
          items
              .amount()
              .subtract(deduction.amount())
              .subtract(fee.amount())
              .add(deliveryCost.amount()),
          items.currency());
    }
  }

  Optional<Sale> found() {
    return Optional.ofNullable(sale);
  }

  /**
   * @throws IllegalStateException if the order has not been found: steps that need it come later
   */
  Sale requireSale() {
    return found()
        .orElseThrow(
            () -> new IllegalStateException("The order of case " + caseNumber + " is unknown."));
  }

  /**
   * @throws IllegalStateException if they are not settled: steps that need them come later
   */
  Terms requireTerms() {
    if (terms == null) {
      throw new IllegalStateException("The terms of case " + caseNumber + " are not settled.");
    }
    return terms;
  }

  /** The items that go back, in the order's sequence. */
  List<ReturnItem> items() {
    return among(declaration.serialNumbers()::contains);
  }

  /**
   * The items that are back, or count as if they were: what the carrier loses is not the customer's
   * loss.
   */
  List<ReturnItem> itemsBack() {
    return goods == null ? items() : among(goods.serialNumbers()::contains);
  }

  private List<ReturnItem> among(Predicate<String> serialNumbers) {
    return requireSale().items().stream()
        .filter(item -> serialNumbers.test(item.serialNumber()))
        .toList();
  }

  /** Why nobody may withdraw from the purchase of one of the items, or {@code NONE}. */
  static Exclusion exclusion(List<ReturnItem> items) {
    return items.stream()
        .map(ReturnItem::exclusion)
        .filter(exclusion -> exclusion != Exclusion.NONE)
        .findFirst()
        .orElse(Exclusion.NONE);
  }

  /**
   * What is paid back for some items. Who keeps part of a bundle pays the list price for that part.
   * The delivery cost goes back with the whole order, on a statutory withdrawal only; a fee is
   * taken under the voluntary policy only.
   *
   * @param back the items that are back
   * @param lossPercent 0 to 100
   */
  RefundSum sumFor(List<ReturnItem> back, int lossPercent) {
    Sale from = requireSale();
    String currency = from.deliveryCost().currency();
    Set<String> split =
        Set.copyOf(back.stream().map(ReturnItem::bundle).filter(bundle -> bundle != null).toList());
    BigDecimal paid =
        back.stream().map(i -> i.price().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal owedAgain =
        from.items().stream()
            .filter(item -> !back.contains(item))
            .filter(item -> item.bundle() != null && split.contains(item.bundle()))
            .map(item -> item.bundleDiscount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal items = paid.subtract(owedAgain).max(BigDecimal.ZERO);
    BigDecimal deduction = percent(items, lossPercent);
    BigDecimal fee =
        requireTerms().right() == Right.VOLUNTARY
            ? percent(items, terms.restockingPercent()).min(items.subtract(deduction))
            : BigDecimal.ZERO;
    boolean all = back.size() == from.items().size();
    BigDecimal delivery =
        all && terms.right() == Right.WITHDRAWAL ? from.deliveryCost().amount() : BigDecimal.ZERO;
    return new RefundSum(
        money(items, currency),
        money(deduction, currency),
        money(fee, currency),
        money(delivery, currency));
  }

  private static BigDecimal percent(BigDecimal amount, int percent) {
    return amount
        .multiply(BigDecimal.valueOf(percent))
        .divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
  }

  private static Money money(BigDecimal amount, String currency) {
    return new Money(amount.setScale(DECIMALS, RoundingMode.HALF_UP), currency);
  }

  ProductReturn with(Declaration changed) {
    return new ProductReturn(
        caseNumber, customerId, country, orderNumber, changed, sale, terms, sending, goods, refund);
  }

  /** The order has been found, perhaps another one than the customer named. */
  ProductReturn with(String foundOrder, String foundCountry, Sale found, Terms settled) {
    return new ProductReturn(
        caseNumber,
        customerId,
        foundCountry,
        foundOrder,
        declaration,
        found,
        settled,
        sending,
        goods,
        refund);
  }

  ProductReturn with(Terms changed) {
    return with(orderNumber, country, sale, changed);
  }

  ProductReturn with(Sending sent) {
    return new ProductReturn(
        caseNumber,
        customerId,
        country,
        orderNumber,
        declaration,
        sale,
        terms,
        sent,
        goods,
        refund);
  }

  ProductReturn with(Goods found) {
    return new ProductReturn(
        caseNumber,
        customerId,
        country,
        orderNumber,
        declaration,
        sale,
        terms,
        sending,
        found,
        refund);
  }

  ProductReturn with(RefundSum settled) {
    return new ProductReturn(
        caseNumber,
        customerId,
        country,
        orderNumber,
        declaration,
        sale,
        terms,
        sending,
        goods,
        settled);
  }
}
