package org.aftercare.returns;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitment.State;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.returns.ProductReturn.Declaration;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Sale;
import org.aftercare.returns.ProductReturn.Terms;
import org.aftercare.systems.Answer;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.SystemUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes withdrawals in, in the two steps of the law: what is declared, and its confirmation; and
 * sees what right stands behind them.
 */
@Service
class ProductReturns {

  private static final Logger log = LoggerFactory.getLogger(ProductReturns.class);
  private static final String CASE_PREFIX = "R";

  private final Returns returns;
  private final ReturnTerms terms;
  private final Cases cases;
  private final Customers customers;
  private final Orders orders;
  private final Commitments commitments;
  private final ReturnProcess process;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final ReturnProperties properties;

  ProductReturns(
      Returns returns,
      ReturnTerms terms,
      Cases cases,
      Customers customers,
      Orders orders,
      Commitments commitments,
      ReturnProcess process,
      BusinessCalendar calendar,
      Clock clock,
      ReturnProperties properties) {
    this.returns = returns;
    this.terms = terms;
    this.cases = cases;
    this.customers = customers;
    this.orders = orders;
    this.commitments = commitments;
    this.process = process;
    this.calendar = calendar;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * Looks up what {@link #open} needs to know. Outside any transaction: it waits for two other
   * systems. While the customer register or the orders do not answer, they are passed over: the law
   * gives a withdrawal its effect when it is declared, not when our systems are up.
   *
   * @throws InvalidRequestException if the withdrawal cannot be accepted as it is
   */
  @Transactional(propagation = Propagation.NEVER)
  LookedUp lookUp(NewReturn wanted) {
    InvalidRequestException.refuse(wanted.problems());
    Answer<Customer> customer = Answer.ask(() -> customers.lookUp(wanted.customerId()));
    if (customer.isNothing()) {
      throw InvalidRequestException.unknownCustomer();
    }
    Answer<Order> order = Answer.ask(() -> orders.order(wanted.orderNumber()));
    if (order.isNothing()
        || order.found().filter(found -> !isOf(wanted.customerId(), found)).isPresent()) {
      throw new InvalidRequestException(
          "/orderNumber", "This customer has no order of that number.", "Check the number.");
    }
    String country = country(wanted, customer, order);
    InvalidRequestException.refuse(wanted.problems(today(country), order.found().orElse(null)));
    return new LookedUp(country, order.found().orElse(null));
  }

  private static boolean isOf(String customerId, Order order) {
    return order.customerId().equals(customerId) && !order.lines().isEmpty();
  }

  private String country(NewReturn wanted, Answer<Customer> customer, Answer<Order> order) {
    return order
        .found()
        .map(Order::country)
        .or(
            () ->
                customer
                    .found()
                    .or(() -> customers.find(wanted.customerId()))
                    .map(Customer::country))
        .orElse(properties.homeCountry());
  }

  private LocalDate today(String country) {
    return calendar.dateIn(country, clock.instant());
  }

  /**
   * The first step: opens a case for what is declared, and starts its process, which waits for the
   * confirmation. Without it nothing happens.
   *
   * @param found what {@link #lookUp} found
   */
  @Transactional
  ProductReturn open(NewReturn wanted, LookedUp found) {
    Instant now = now();
    ServiceCase opened =
        cases.open(
            new Cases.NewCase(
                CASE_PREFIX,
                ReturnProcess.KEY,
                wanted.customerId(),
                found.country(),
                wanted.channel()));
    Declaration declaration =
        new Declaration(
            wanted.serialNumbers(),
            wanted.reason(),
            wanted.wish(),
            wanted.symptom() == null ? null : wanted.symptom().name(),
            wanted.noticedOn(),
            now,
            now.plus(properties.confirmWithin()),
            null);
    ProductReturn unseen =
        new ProductReturn(
            opened.caseNumber(),
            wanted.customerId(),
            found.country(),
            wanted.orderNumber(),
            declaration,
            null,
            null,
            null,
            null,
            null);
    ProductReturn declared = found.order() == null ? unseen : seen(unseen, found.order(), now);
    returns.add(declared);
    if (wanted.description() != null && !wanted.description().isBlank()) {
      cases.note(opened.caseNumber(), "customer", "description", wanted.description());
    }
    process.start(opened.caseNumber(), found.country(), wanted.wish());
    log.info(
        "Case {}: withdrawal declared, order known: {}",
        opened.caseNumber(),
        found.order() != null);
    return declared;
  }

  /** With the order's facts, and what holds if the notice was given at that time. */
  private ProductReturn seen(ProductReturn unseen, Order order, Instant noticeAt) {
    Sale sale =
        new Sale(
            order.channel(),
            order.withdrawalInformed(),
            order.deliveryCost(),
            order.lines().stream().map(ProductReturns::item).toList());
    List<String> named = unseen.declaration().serialNumbers();
    // As the order writes them; all of them if none is named.
    List<String> serialNumbers =
        sale.items().stream()
            .map(ReturnItem::serialNumber)
            .filter(serial -> named.isEmpty() || named.stream().anyMatch(serial::equalsIgnoreCase))
            .toList();
    Declaration declaration = unseen.declaration().of(serialNumbers);
    ProductReturn seen =
        unseen.with(declaration).with(order.orderNumber(), order.country(), sale, null);
    return seen.with(
        terms.of(order.country(), sale, seen.items(), noticeAt, declaration.defective()));
  }

  private static ReturnItem item(Orders.OrderLine line) {
    return new ReturnItem(
        line.serialNumber(),
        line.sku(),
        line.product(),
        line.productGroup(),
        line.supplierId(),
        line.price(),
        line.deliveredOn(),
        line.exclusion(),
        line.bundle(),
        line.bundleDiscount());
  }

  /**
   * The second step: the notice in the sense of the law, given now. Confirming again changes
   * nothing: a declaration that was confirmed in time stays so.
   *
   * @return empty if it has lapsed, or the case has ended otherwise
   */
  @Transactional
  Optional<ProductReturn> confirm(String caseNumber) {
    ProductReturn declared =
        returns
            .lock(caseNumber)
            .orElseThrow(
                () -> new IllegalStateException("The case " + caseNumber + " is no return."));
    if (declared.declaration().confirmed()) {
      return Optional.of(declared);
    }
    if (cases.find(caseNumber).filter(of -> of.closedAt() == null).isEmpty()
        || !now().isBefore(declared.declaration().lapsesAt())) {
      return Optional.empty();
    }
    Instant noticeAt = now();
    ProductReturn confirmed = declared.with(declared.declaration().confirmedAt(noticeAt));
    ProductReturn settled =
        confirmed
            .found()
            .map(sale -> confirmed.with(settled(confirmed, noticeAt)))
            .orElse(confirmed);
    returns.change(settled);
    cases.record(caseNumber, "returns.confirmed", Map.of());
    process.confirm(caseNumber);
    log.info("Case {}: withdrawal confirmed", caseNumber);
    return Optional.of(settled);
  }

  private Terms settled(ProductReturn of, Instant noticeAt) {
    return terms.of(
        of.country(), of.requireSale(), of.items(), noticeAt, of.declaration().defective());
  }

  /**
   * The time for the confirmation is over.
   *
   * @return {@code false} if it came in the last moment
   */
  @Transactional
  boolean lapse(String caseNumber) {
    return returns.lock(caseNumber).filter(of -> !of.declaration().confirmed()).isPresent();
  }

  /**
   * Looks the order up, unless that has been done.
   *
   * @param orderNumber the number that a person has found, or {@code null} for the customer's own
   * @return whether it has been found, with the items that the customer wants to send back
   * @throws SystemUnavailableException if the orders do not answer
   */
  @Transactional
  boolean lookUpOrder(String caseNumber, String orderNumber) {
    ProductReturn known = returns.require(caseNumber);
    if (known.sale() != null) {
      return true;
    }
    customers.lookUp(known.customerId());
    String number = orderNumber == null ? known.orderNumber() : orderNumber;
    Optional<ProductReturn> found =
        orders
            .order(number)
            .filter(order -> isOf(known.customerId(), order))
            .filter(order -> hasAll(order, known.declaration().serialNumbers()))
            .map(order -> seen(known, order, known.declaration().noticeAt()));
    found.ifPresent(
        seen -> {
          returns.change(seen);
          if (!seen.country().equals(known.country())) {
            cases.country(caseNumber, seen.country());
          }
        });
    return found.isPresent();
  }

  private static boolean hasAll(Order order, List<String> serialNumbers) {
    return serialNumbers.stream().allMatch(serial -> NewReturn.lineOf(order, serial).isPresent());
  }

  /**
   * Sees what stands against going on by itself.
   *
   * @return what the rules want to know
   */
  @Transactional
  Checked check(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    boolean free = returns.take(of.declaration().serialNumbers(), caseNumber);
    return new Checked(
        !free,
        calendar.dateIn(of.country(), of.declaration().noticeAt()),
        of.requireSale().channel().name(),
        ProductReturn.exclusion(of.items()).name(),
        of.requireTerms().inTime(),
        of.declaration().defective());
  }

  /** A person has decided what right there is. */
  @Transactional
  void grant(String caseNumber, Right right) {
    ProductReturn of = returns.require(caseNumber);
    returns.change(of.with(of.requireTerms().granted(right)));
  }

  /**
   * Whether the refund cannot wait any longer: it may until the goods are here or their sending is
   * proven, whichever comes first: directive 2011/83/EU, article 13(3). Where a person has decided
   * that nothing is paid back, nothing is due.
   */
  @Transactional(readOnly = true)
  boolean refundDue(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    boolean nothingDue = of.refund() != null && of.refund().total().amount().signum() == 0;
    return of.sending() != null && !nothingDue && !paid(of);
  }

  /**
   * Whether all that is owed so far is paid. The case stays open after that if something was
   * deducted: the customer may dispute it, and more may be owed then.
   */
  private boolean paid(ProductReturn of) {
    List<BigDecimal> payments =
        commitments.of(of.caseNumber()).stream()
            .filter(made -> made.kind() == Kind.REFUND && made.state() == State.STANDS)
            .map(made -> made.amount().amount())
            .toList();
    return !payments.isEmpty()
        && (of.refund() == null
            || payments.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .compareTo(of.refund().total().amount())
                >= 0);
  }

  @Transactional(readOnly = true)
  Optional<ProductReturn> find(String caseNumber) {
    return returns.find(caseNumber);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * What is known of a withdrawal as it comes in.
   *
   * @param order {@code null} if the orders could not be asked
   */
  record LookedUp(String country, Order order) {}

  /**
   * As the decision table takes them.
   *
   * @param duplicate whether another open return deals with one of the items
   * @param noticeOn decides which version of the law
   */
  record Checked(
      boolean duplicate,
      LocalDate noticeOn,
      String channel,
      String exclusion,
      boolean inTime,
      boolean defective) {}
}
