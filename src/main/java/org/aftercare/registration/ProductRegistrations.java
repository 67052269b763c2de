package org.aftercare.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.Cases;
import org.aftercare.cases.RegisteredItems;
import org.aftercare.cases.ServiceCase;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.registration.ProductRegistration.Item;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.Contracts.Guarantee;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.Orders.OrderLine;
import org.aftercare.systems.SystemUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes registrations in, finds the item, and tells other flows what is registered. */
@Service
class ProductRegistrations implements RegisteredItems {

  private static final Logger log = LoggerFactory.getLogger(ProductRegistrations.class);
  private static final String CASE_PREFIX = "P";

  private final Registrations registrations;
  private final Cases cases;
  private final Customers customers;
  private final Orders orders;
  private final Contracts contracts;
  private final LegalGuarantee legal;
  private final RegistrationProcess process;
  private final BusinessCalendar calendar;
  private final Clock clock;

  ProductRegistrations(
      Registrations registrations,
      Cases cases,
      Customers customers,
      Orders orders,
      Contracts contracts,
      LegalGuarantee legal,
      RegistrationProcess process,
      BusinessCalendar calendar,
      Clock clock) {
    this.registrations = registrations;
    this.cases = cases;
    this.customers = customers;
    this.orders = orders;
    this.contracts = contracts;
    this.legal = legal;
    this.process = process;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Looks up where the customer is. Outside any transaction: it waits for another system.
   *
   * @return the customer's country, ISO 3166 alpha-2
   * @throws InvalidRequestException if the registration cannot be taken as it is
   * @throws SystemUnavailableException if nothing is known of the customer here and the register
   *     does not answer
   */
  @Transactional(propagation = Propagation.NEVER)
  String lookUp(NewRegistration registration) {
    InvalidRequestException.refuse(registration.problems());
    String country =
        customer(registration.customerId())
            .orElseThrow(InvalidRequestException::unknownCustomer)
            .country();
    InvalidRequestException.refuse(
        registration.problems(calendar.dateIn(country, clock.instant())));
    return country;
  }

  private Optional<Customer> customer(String customerId) {
    try {
      return customers.lookUp(customerId);
    } catch (SystemUnavailableException e) {
      Optional<Customer> stored = customers.find(customerId);
      if (stored.isEmpty()) {
        throw e;
      }
      log.warn("A registration is taken in although {} does not answer", e.system());
      return stored;
    }
  }

  /**
   * The case in which this customer has registered this item, finished or under way: registering it
   * again changes nothing.
   */
  @Transactional(readOnly = true)
  Optional<ServiceCase> already(NewRegistration registration) {
    return registrations
        .holder(registration.serialNumber())
        .filter(holder -> holder.customerId().equals(registration.customerId()))
        .flatMap(holder -> cases.find(holder.caseNumber()));
  }

  /**
   * Opens a case for a registration and starts its process, which goes on by itself.
   *
   * @param country what {@link #lookUp} found
   */
  @Transactional
  ServiceCase open(NewRegistration registration, String country) {
    ServiceCase opened =
        cases.open(
            new Cases.NewCase(
                CASE_PREFIX,
                RegistrationProcess.KEY,
                registration.customerId(),
                country,
                registration.channel()));
    registrations.add(
        new ProductRegistration(
            opened.caseNumber(),
            registration.customerId(),
            country,
            registration.serialNumber(),
            registration.orderNumber(),
            registration.purchasedOn(),
            registration.doneBy(),
            Item.UNKNOWN,
            null,
            null));
    // Held from now on: the same customer who sends it again gets the same case.
    registrations.take(registration.serialNumber(), opened.caseNumber());
    if (registration.proof() != null && !registration.proof().isBlank()) {
      cases.note(opened.caseNumber(), "customer", "proof", registration.proof());
    }
    process.start(opened.caseNumber(), country);
    log.info("Case {}: registration by {}", opened.caseNumber(), registration.doneBy());
    return opened;
  }

  /**
   * Looks the item up: its order tells what it is and when it was delivered, the contracts how it
   * is guaranteed.
   *
   * @param orderNumber what a person has found, or {@code null} for what the customer gave; one
   *     that does not hold the item replaces nothing
   * @param purchasedOn what a person has found, or {@code null} for what the customer gave
   * @throws SystemUnavailableException if the orders or contracts do not answer
   * @throws CancellationUnderWayException if the customer has cancelled meanwhile
   */
  @Transactional
  Finding lookUpItem(String caseNumber, String orderNumber, LocalDate purchasedOn) {
    ProductRegistration registration = registrations.require(caseNumber);
    String number = orderNumber == null ? registration.orderNumber() : orderNumber;
    Optional<Order> order = Optional.ofNullable(number).flatMap(orders::order);
    Optional<OrderLine> line = order.flatMap(found -> lineOf(found, registration.serialNumber()));
    if (orderNumber != null && line.isEmpty()) {
      return Finding.ORDER_LACKS_ITEM;
    }
    Guarantee guarantee = contracts.guarantee(registration.serialNumber());
    String country = line.isPresent() ? order.get().country() : registration.country();
    LocalDate boughtOn =
        line.isPresent() ? order.get().orderedOn() : boughtOn(registration, purchasedOn);
    registrations.change(
        registration.with(
            country,
            number,
            boughtOn,
            new Item(
                line.map(OrderLine::product).orElse(null),
                line.map(OrderLine::deliveredOn).orElse(null),
                line.map(OrderLine::meantToLast).orElse(false),
                guarantee.commercialUntil(),
                guarantee.extendedMonths())));
    // The row is ours from here on: a cancellation has come before, or it comes too late.
    if (registrations.isCancelled(caseNumber)) {
      throw new CancellationUnderWayException(caseNumber);
    }
    if (!country.equals(registration.country())) {
      cases.country(caseNumber, country);
    }
    boolean own = line.isPresent() && order.get().customerId().equals(registration.customerId());
    boolean held = registrations.take(registration.serialNumber(), caseNumber);
    if (boughtOn == null) {
      return Finding.DAY_UNKNOWN;
    } else if (!held) {
      return Finding.REGISTERED_BY_ANOTHER;
    } else if (line.isPresent() && !own) {
      return Finding.BOUGHT_BY_ANOTHER;
    }
    return own ? Finding.FINE : Finding.UNKNOWN_ITEM;
  }

  /** A day that cannot be is no day. */
  private LocalDate boughtOn(ProductRegistration registration, LocalDate found) {
    LocalDate today = calendar.dateIn(registration.country(), clock.instant());
    boolean possible =
        found != null && !found.isAfter(today) && !found.isBefore(NewRegistration.EARLIEST);
    return possible ? found : registration.purchasedOn();
  }

  private static Optional<OrderLine> lineOf(Order order, String serialNumber) {
    return order.lines().stream()
        .filter(line -> line.serialNumber().equalsIgnoreCase(serialNumber))
        .findFirst();
  }

  /**
   * Registers the item, counts who did it, and says until when it is guaranteed. An item that a
   * person has accepted is registered here alone from now on.
   *
   * @return whether a commercial guarantee is in force
   * @throws IllegalStateException if nobody knows when it was bought: no day can be confirmed then
   */
  @Transactional
  boolean register(String caseNumber) {
    ProductRegistration registration = registrations.require(caseNumber);
    LocalDate today = calendar.dateIn(registration.country(), clock.instant());
    if (!registration.isRegistered()) {
      LocalDate boughtOn = registration.requirePurchasedOn();
      registrations.give(registration.serialNumber(), caseNumber);
      registrations.change(
          registration.registered(
              legal.until(registration.country(), boughtOn, registration.item()), clock.instant()));
      registrations.count(YearMonth.from(today), registration.doneBy());
    }
    LocalDate commercial = registration.item().commercialUntil();
    return commercial != null && !commercial.isBefore(today);
  }

  /** In the transaction that closes a case: what was not registered may be registered again. */
  @EventListener
  void on(CaseClosed closed) {
    if (closed.flow().equals(RegistrationProcess.KEY)
        && !RegistrationProcess.REGISTERED.equals(closed.outcome())) {
      registrations.release(closed.caseNumber());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> orderNumber(String customerId, String serialNumber) {
    return registrations
        .holder(serialNumber)
        .filter(ProductRegistration::isRegistered)
        .filter(holder -> holder.customerId().equals(customerId))
        .filter(ProductRegistration::hasOrder)
        .map(ProductRegistration::orderNumber);
  }

  /** What stands against registering an item without a person's look. */
  enum Finding {
    /** An order of the customer's own holds it. */
    FINE,
    /**
     * The order given does not hold it, or none is given. A guarantee that contracts know for the
     * serial number says nothing of whose it is.
     */
    UNKNOWN_ITEM,
    /** Its order is another customer's. */
    BOUGHT_BY_ANOTHER,
    /** Another customer has registered it. */
    REGISTERED_BY_ANOTHER,
    /** The order that a person gave does not hold it. */
    ORDER_LACKS_ITEM,
    /** Neither an order nor anybody says when it was bought. */
    DAY_UNKNOWN
  }
}
