package org.aftercare.returns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.ServiceCase;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.returns.ReturnProperties.SendingPaidBy;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Exclusion;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.Orders.OrderLine;
import org.aftercare.systems.Orders.SalesChannel;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;

/** The module's surroundings in memory, and its returns; the rules as flows.md has them. */
final class ReturnDesk extends FakeOffice {

  static final String ORDER = "O-9";
  static final ReturnProperties PROPERTIES =
      new ReturnProperties("SE", "shipper", Duration.ofDays(3), SendingPaidBy.COMPANY);

  final List<String> started = new ArrayList<>();
  final List<String> confirmed = new ArrayList<>();
  final List<Object> published = new ArrayList<>();
  final InMemoryReturns returns = new InMemoryReturns();
  final ReturnRules rules = new PlainRules();
  final ProductReturns intake =
      new ProductReturns(
          returns,
          new ReturnTerms(rules, new LegalClocks(calendar), calendar),
          cases,
          company.customers,
          company.orders,
          commitments,
          new ReturnProcess(null, null) {
            @Override
            void start(String caseNumber, String country, Wish wish) {
              started.add(country + " " + wish);
            }

            @Override
            void confirm(String caseNumber) {
              confirmed.add(caseNumber);
            }
          },
          calendar,
          clock,
          PROPERTIES);
  final ReturnGrading grading =
      new ReturnGrading(returns, rules, company.orders, cases, calendar, clock, published::add);
  final ReturnTransport transport =
      new ReturnTransport(
          returns,
          commitments,
          company.shipping,
          company.orders,
          contact,
          remote,
          cases,
          calendar,
          clock);

  ReturnDesk() {
    place(SalesChannel.ONLINE, true, line(Samples.KETTLE, "690.00", 5));
  }

  /** An item that was delivered so many days ago. */
  static OrderLine line(String serialNumber, String price, int daysAgo) {
    return new OrderLine(
        serialNumber.substring(0, 8) + "-SE",
        "Bryggeri " + serialNumber.substring(0, 8),
        "kitchen",
        serialNumber,
        FakeCompany.money(price),
        TODAY.minusDays(daysAgo),
        false,
        "bryggeri",
        null,
        Exclusion.NONE,
        null,
        FakeCompany.money("0.00"));
  }

  void place(SalesChannel channel, boolean informed, OrderLine... lines) {
    company.placed.put(
        ORDER,
        new Order(
            ORDER,
            FakeCompany.ASTRID,
            "SE",
            TODAY.minusDays(9),
            channel,
            FakeCompany.money("49.00"),
            informed,
            Arrays.asList(lines)));
  }

  static NewReturn wanted(Reason reason, Wish wish, String... serialNumbers) {
    return new NewReturn(
        FakeCompany.ASTRID,
        ORDER,
        List.of(serialNumbers),
        reason,
        wish,
        reason == Reason.DEFECTIVE ? NewReturn.Symptom.LEAKING : null,
        null,
        "It hums.",
        ServiceCase.Channel.API);
  }

  ProductReturn declare(NewReturn wanted) {
    return intake.open(wanted, intake.lookUp(wanted));
  }

  /** A withdrawal from the kettle, confirmed at once. */
  String confirmedCase() {
    return confirmedCase(wanted(Reason.NOT_STATED, Wish.REFUND));
  }

  String confirmedCase(NewReturn wanted) {
    String caseNumber = declare(wanted).caseNumber();
    intake.confirm(caseNumber).orElseThrow();
    return caseNumber;
  }

  static final class InMemoryReturns implements Returns {
    private final Map<String, ProductReturn> byCase = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();
    History history = new History(0, 0);

    @Override
    public void add(ProductReturn added) {
      byCase.put(added.caseNumber(), added);
    }

    @Override
    public void change(ProductReturn changed) {
      byCase.put(changed.caseNumber(), changed);
    }

    @Override
    public Optional<ProductReturn> find(String caseNumber) {
      return Optional.ofNullable(byCase.get(caseNumber));
    }

    @Override
    public Optional<ProductReturn> lock(String caseNumber) {
      return find(caseNumber);
    }

    @Override
    public boolean take(Collection<String> serialNumbers, String caseNumber) {
      return serialNumbers.stream()
          .allMatch(serial -> taken.computeIfAbsent(serial, free -> caseNumber).equals(caseNumber));
    }

    @Override
    public void release(String caseNumber) {
      taken.values().removeIf(caseNumber::equals);
    }

    @Override
    public History history(String customerId, Instant since, String exceptCase) {
      return history;
    }
  }

  /** The defaults, in words of Java. */
  private static final class PlainRules implements ReturnRules {

    @Override
    public WithdrawalTerms terms(String country, String channel, LocalDate noticeOn) {
      return channel.equals("STORE")
          ? new WithdrawalTerms(30, 0, 14, 14, 10)
          : new WithdrawalTerms(14, 12, 14, 14, 0);
    }

    @Override
    public ReturnDeadlines deadlines(String country, LocalDate noticeOn) {
      return new ReturnDeadlines(10, 30, 10);
    }

    @Override
    public String right(RightFacts facts) {
      if (facts.defective()) {
        return "WARRANTY";
      } else if (!facts.exclusion().equals(Orders.Exclusion.NONE.name())) {
        return "EXCLUDED";
      } else if (!facts.inTime()) {
        return "LATE";
      }
      return facts.channel().equals("STORE") ? "VOLUNTARY" : "WITHDRAWAL";
    }

    @Override
    public List<String> signsOfFraud(FraudFacts facts) {
      return facts.serialMatches() ? List.of() : List.of("SERIAL_MISMATCH");
    }
  }
}
