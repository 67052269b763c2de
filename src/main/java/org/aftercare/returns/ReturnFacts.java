package org.aftercare.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.Facts;
import org.aftercare.notifications.FactType;
import org.aftercare.returns.ProductReturn.Declaration;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Terms;
import org.aftercare.systems.Money;
import org.springframework.stereotype.Component;

/** What the Case tab shows of a product return, beside what is booked for it. */
@Component
class ReturnFacts implements CaseFacts {

  private static final String LABEL = "returns.fact.";

  private final Returns returns;

  ReturnFacts(Returns returns) {
    this.returns = returns;
  }

  @Override
  public String flow() {
    return ReturnProcess.KEY;
  }

  @Override
  public List<Fact> of(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    List<Fact> facts = new ArrayList<>();
    add(facts, "order-number", of.orderNumber());
    if (of.sale() == null) {
      of.declaration().serialNumbers().forEach(serial -> add(facts, "item", serial));
    } else {
      of.items().forEach(item -> addItem(facts, item));
      add(facts, "channel", of.sale().channel());
      add(facts, "delivered-on", of.sale().deliveredOn().orElse(null));
    }
    addDeclaration(facts, of.declaration());
    if (of.terms() != null) {
      addTerms(facts, of.terms());
    }
    if (of.sending() != null) {
      add(facts, "sent", of.sending().proof());
    }
    if (of.goods() != null) {
      add(facts, "grade", of.goods().grade());
      of.goods().signs().forEach(sign -> add(facts, "sign", FactType.CODE, sign));
    }
    if (of.terms() != null) {
      addSum(facts, of.refund() == null ? of.sumFor(of.itemsBack(), 0) : of.refund());
    }
    return facts;
  }

  private static void addItem(List<Fact> facts, ReturnItem item) {
    add(facts, "item", item.product() + ", " + item.serialNumber());
    add(facts, "price", item.price());
    if (item.bundle() != null) {
      add(facts, "bundle", item.bundle());
      add(facts, "bundle-discount", item.bundleDiscount());
    }
  }

  private static void addDeclaration(List<Fact> facts, Declaration declaration) {
    add(facts, "reason", declaration.reason());
    add(facts, "wish", declaration.wish());
    add(facts, "noticed-on", declaration.noticedOn());
    add(facts, "notice-at", declaration.noticeAt());
  }

  private static void addTerms(List<Fact> facts, Terms terms) {
    add(facts, "right", terms.right());
    add(facts, "last-day", terms.lastDay());
    add(facts, "send-back-by", terms.sendBackBy());
    add(facts, "refund-by", terms.refundBy());
  }

  private static void addSum(List<Fact> facts, RefundSum sum) {
    add(facts, "refund", sum.total());
    addUnlessZero(facts, "deduction", sum.deduction());
    addUnlessZero(facts, "fee", sum.fee());
    addUnlessZero(facts, "delivery-cost", sum.deliveryCost());
  }

  private static void addUnlessZero(List<Fact> facts, String label, Money money) {
    add(facts, label, money.amount().signum() == 0 ? null : money);
  }

  private static void add(List<Fact> facts, String label, String text) {
    add(facts, label, FactType.TEXT, text);
  }

  private static void add(List<Fact> facts, String label, LocalDate day) {
    add(facts, label, FactType.DATE, day);
  }

  private static void add(List<Fact> facts, String label, Instant at) {
    add(facts, label, FactType.INSTANT, at);
  }

  private static void add(List<Fact> facts, String label, Enum<?> code) {
    add(facts, label, FactType.CODE, code);
  }

  private static void add(List<Fact> facts, String label, Money money) {
    add(facts, label, FactType.AMOUNT, money == null ? null : Facts.amount(money));
  }

  private static void add(List<Fact> facts, String label, FactType type, Object found) {
    if (found != null) {
      facts.add(new Fact(LABEL + label, type, found.toString()));
    }
  }
}
