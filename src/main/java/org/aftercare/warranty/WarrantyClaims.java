package org.aftercare.warranty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.Cases;
import org.aftercare.cases.RegisteredItems;
import org.aftercare.cases.ServiceCase;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.systems.Answer;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.warranty.WarrantyClaim.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes claims in: opens them, finds customer and purchase, and sees what stands against them. */
@Service
class WarrantyClaims {

  private static final Logger log = LoggerFactory.getLogger(WarrantyClaims.class);
  private static final String CASE_PREFIX = "W";

  private final Claims claims;
  private final Cases cases;
  private final Customers customers;
  private final Orders orders;
  private final RegisteredItems registered;
  private final WarrantyProcess process;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final WarrantyProperties properties;

  WarrantyClaims(
      Claims claims,
      Cases cases,
      Customers customers,
      Orders orders,
      RegisteredItems registered,
      WarrantyProcess process,
      BusinessCalendar calendar,
      Clock clock,
      WarrantyProperties properties) {
    this.claims = claims;
    this.cases = cases;
    this.customers = customers;
    this.orders = orders;
    this.registered = registered;
    this.process = process;
    this.calendar = calendar;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * Looks up what {@link #open} needs to know. Outside any transaction: it waits for two other
   * systems, and what it waits for must not be paid for in database connections. While the customer
   * register or the orders do not answer, they are passed over.
   *
   * @throws InvalidRequestException if the claim cannot be accepted as it is
   */
  @Transactional(propagation = Propagation.NEVER)
  LookedUp lookUp(NewClaim claim) {
    InvalidRequestException.refuse(claim.problems());
    Answer<Customer> customer = Answer.ask(() -> customers.lookUp(claim.customerId()));
    if (customer.isNothing()) {
      throw InvalidRequestException.unknownCustomer();
    }
    Answer<Order> order = orderOf(claim);
    String country = country(claim, customer, order);
    Purchase purchase =
        order.found().flatMap(found -> Purchase.in(found, claim.serialNumber())).orElse(null);
    InvalidRequestException.refuse(
        claim.problems(calendar.dateIn(country, clock.instant()), purchase));
    return new LookedUp(country, customer.found().isPresent(), purchase);
  }

  /**
   * Opens a case for a claim and starts its process, which goes on by itself. What could not be
   * looked up is looked up later: a claim is never lost.
   *
   * @param found what {@link #lookUp} found of it
   */
  @Transactional
  ServiceCase open(NewClaim claim, LookedUp found) {
    String country = found.country();
    LocalDate today = calendar.dateIn(country, clock.instant());
    ServiceCase opened =
        cases.open(
            new Cases.NewCase(
                CASE_PREFIX, WarrantyProcess.KEY, claim.customerId(), country, claim.channel()));
    keep(opened.caseNumber(), claim, found, today);
    boolean factsKnown = found.customerKnown() && found.purchase() != null;
    process.start(opened.caseNumber(), country, factsKnown);
    log.info("Case {}: warranty claim opened, facts known: {}", opened.caseNumber(), factsKnown);
    return opened;
  }

  private void keep(String caseNumber, NewClaim claim, LookedUp found, LocalDate today) {
    claims.add(
        new WarrantyClaim(
            caseNumber,
            claim.customerId(),
            found.country(),
            found.customerKnown(),
            claim.orderNumber(),
            claim.serialNumber(),
            new Report(
                claim.symptom(),
                claim.noticedOn(),
                today,
                claim.cause(),
                claim.dangerous(),
                claim.wish()),
            found.purchase(),
            null));
    cases.note(caseNumber, "customer", "description", claim.description());
    if (claim.proof() != null && !claim.proof().isBlank()) {
      cases.note(caseNumber, "customer", "proof", claim.proof());
    }
  }

  private Answer<Order> orderOf(NewClaim claim) {
    if (claim.orderNumber() == null) {
      return registered
          .orderNumber(claim.customerId(), claim.serialNumber())
          .map(number -> Answer.ask(() -> orders.order(number)))
          .orElseGet(Answer::none);
    }
    Answer<Order> order = Answer.ask(() -> orders.order(claim.orderNumber()));
    if (order.isNothing() || order.found().filter(found -> !isOf(claim, found)).isPresent()) {
      throw new InvalidRequestException(
          List.of(
              new FieldProblem(
                  "/orderNumber",
                  "This customer has no order of that number.",
                  "Check the number, or leave it out if there is no proof of purchase.")));
    }
    if (order.found().filter(found -> found.lines().isEmpty()).isPresent()) {
      throw new InvalidRequestException(
          List.of(
              new FieldProblem(
                  "/orderNumber", "This order holds no items.", "Check the order number.")));
    }
    return order;
  }

  private static boolean isOf(NewClaim claim, Order order) {
    return order.customerId().equals(claim.customerId());
  }

  /** The country of the purchase decides, or else the customer's. */
  private String country(NewClaim claim, Answer<Customer> customer, Answer<Order> order) {
    return order
        .found()
        .map(Order::country)
        .or(
            () ->
                customer
                    .found()
                    .or(() -> customers.find(claim.customerId()))
                    .map(Customer::country))
        .orElse(properties.homeCountry());
  }

  @Transactional(readOnly = true)
  Optional<WarrantyClaim> find(String caseNumber) {
    return claims.find(caseNumber);
  }

  /**
   * Looks the customer up again.
   *
   * @return whether the customer register knows the customer
   * @throws SystemUnavailableException if the register does not answer
   */
  @Transactional
  boolean lookUpCustomer(String caseNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    if (claim.customerKnown()) {
      return true;
    }
    Optional<Customer> customer = customers.lookUp(claim.customerId());
    customer.ifPresent(
        found ->
            change(
                claim,
                new WarrantyClaim(
                    claim.caseNumber(),
                    claim.customerId(),
                    claim.purchase() == null ? found.country() : claim.country(),
                    true,
                    claim.orderNumber(),
                    claim.serialNumber(),
                    claim.report(),
                    claim.purchase(),
                    claim.estimate())));
    return customer.isPresent();
  }

  /**
   * Looks the purchase up.
   *
   * @param orderNumber the number that a person has found, or {@code null} for the customer's own
   * @param serialNumber what a person has read from the item, or {@code null} for the customer's
   * @throws SystemUnavailableException if the orders do not answer
   */
  @Transactional
  PurchaseSearch lookUpPurchase(String caseNumber, String orderNumber, String serialNumber) {
    WarrantyClaim claim = claims.require(caseNumber);
    if (!claim.customerKnown() && orderNumber == null) {
      return PurchaseSearch.CUSTOMER_UNKNOWN;
    }
    String serial = serialNumber == null ? claim.serialNumber() : serialNumber;
    String named = orderNumber == null ? claim.orderNumber() : orderNumber;
    Optional<String> registeredOrder =
        named == null ? registered.orderNumber(claim.customerId(), serial) : Optional.empty();
    String number = registeredOrder.orElse(named);
    boolean asBefore =
        claim
            .found()
            .filter(found -> found.orderNumber().equals(number))
            .filter(found -> serial.equals(claim.serialNumber()))
            .isPresent();
    if (asBefore) {
      return PurchaseSearch.FOUND;
    }
    Optional<Purchase> purchase =
        Optional.ofNullable(number)
            .flatMap(orders::order)
            .filter(
                order ->
                    orderNumber != null
                        || registeredOrder.isPresent()
                        || order.customerId().equals(claim.customerId()))
            .flatMap(order -> Purchase.in(order, serial));
    purchase.ifPresent(
        found ->
            change(
                claim,
                new WarrantyClaim(
                    claim.caseNumber(),
                    claim.customerId(),
                    found.country(),
                    claim.customerKnown(),
                    number,
                    serial,
                    claim.report(),
                    found,
                    claim.estimate())));
    return purchase.isPresent() ? PurchaseSearch.FOUND : PurchaseSearch.NOT_FOUND;
  }

  /** A claim that was taken in unseen may turn out to be of another country. */
  private void change(WarrantyClaim before, WarrantyClaim now) {
    claims.change(now);
    if (!now.country().equals(before.country())) {
      cases.country(now.caseNumber(), now.country());
    }
  }

  /**
   * Sees what stands against going on by itself, the gravest first. A case takes only an item that
   * the order confirms: a number that somebody mistyped may be that of another customer's item. And
   * where two customers claim for one item, a person looks into it; neither is turned away by a
   * machine.
   *
   * @param serialCleared whether a person has found the serial number genuine
   * @param safetyCleared whether a person has found the item safe
   */
  @Transactional
  Finding check(String caseNumber, boolean serialCleared, boolean safetyCleared) {
    WarrantyClaim claim = claims.require(caseNumber);
    Purchase purchase = claim.requirePurchase();
    if (!serialCleared && !claim.serialNumberMatches()) {
      return Finding.SERIAL_MISMATCH;
    }
    boolean taken = !claims.take(purchase.serialNumber(), caseNumber);
    if (taken && isTakenBySameCustomer(claim, purchase)) {
      return Finding.DUPLICATE;
    } else if (taken && !serialCleared) {
      return Finding.SERIAL_MISMATCH;
    } else if (purchase.recall() != null) {
      return Finding.RECALL;
    } else if (claim.report().dangerous() && !safetyCleared) {
      return Finding.SAFETY;
    }
    return Finding.NONE;
  }

  /** Also if it was given free at this very moment: then nobody else's case stands against it. */
  private boolean isTakenBySameCustomer(WarrantyClaim claim, Purchase purchase) {
    return claims
        .holder(purchase.serialNumber())
        .flatMap(claims::find)
        .filter(other -> other.customerId().equals(claim.customerId()))
        .isPresent();
  }

  enum PurchaseSearch {
    FOUND,
    CUSTOMER_UNKNOWN,
    NOT_FOUND
  }

  enum Finding {
    NONE,
    DUPLICATE,
    SERIAL_MISMATCH,
    SAFETY,
    RECALL
  }

  /**
   * What is known of a claim as it comes in.
   *
   * @param purchase {@code null} if it was not found, or could not be looked for
   */
  record LookedUp(String country, boolean customerKnown, Purchase purchase) {}
}
