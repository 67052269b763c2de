package org.aftercare.activation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.activation.PlanOrder.Offer;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.systems.Subscriptions;
import org.aftercare.systems.Subscriptions.Plan;
import org.aftercare.systems.Subscriptions.Standing;
import org.aftercare.systems.Subscriptions.Subscription;
import org.aftercare.systems.SystemUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders of plans in, and gathers what decides whether the customer may have them. */
@Service
class PlanOrdering {

  private static final Logger log = LoggerFactory.getLogger(PlanOrdering.class);

  private final PlanOrders orders;
  private final Cases cases;
  private final Customers customers;
  private final Subscriptions subscriptions;
  private final ActivationProcess process;
  private final BusinessCalendar calendar;
  private final Clock clock;

  PlanOrdering(
      PlanOrders orders,
      Cases cases,
      Customers customers,
      Subscriptions subscriptions,
      ActivationProcess process,
      BusinessCalendar calendar,
      Clock clock) {
    this.orders = orders;
    this.cases = cases;
    this.customers = customers;
    this.subscriptions = subscriptions;
    this.process = process;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Looks up where an order is to be sold. Outside any transaction: it waits for another system.
   *
   * @return the customer's country, ISO 3166 alpha-2
   * @throws InvalidRequestException if the order cannot be taken as it is
   * @throws SystemUnavailableException if nothing is known of the customer here and the register
   *     does not answer: whom we have never seen cannot be sold anything
   */
  @Transactional(propagation = Propagation.NEVER)
  String lookUp(NewPlanOrder order) {
    InvalidRequestException.refuse(order.problems());
    String country =
        customer(order).orElseThrow(InvalidRequestException::unknownCustomer).country();
    InvalidRequestException.refuse(order.problems(calendar.dateIn(country, clock.instant())));
    return country;
  }

  private Optional<Customer> customer(NewPlanOrder order) {
    try {
      return customers.lookUp(order.customerId());
    } catch (SystemUnavailableException e) {
      Optional<Customer> stored = customers.find(order.customerId());
      if (stored.isEmpty()) {
        throw e;
      }
      log.warn("An order is taken in although {} does not answer", e.system());
      return stored;
    }
  }

  /**
   * Opens a case for an order and starts its process, which goes on by itself.
   *
   * @param country what {@link #lookUp} found
   */
  @Transactional
  ServiceCase open(NewPlanOrder order, String country) {
    LocalDate today = calendar.dateIn(country, clock.instant());
    String flow = ActivationProcess.flowOf(order.kind());
    ServiceCase opened =
        cases.open(
            new Cases.NewCase(
                ActivationProcess.prefixOf(order.kind()),
                flow,
                order.customerId(),
                country,
                order.channel()));
    orders.add(
        new PlanOrder(
            opened.caseNumber(),
            order.kind(),
            order.customerId(),
            country,
            order.planCode(),
            order.startsOn() == null ? today : order.startsOn(),
            order.subscriptionId(),
            null,
            false,
            null));
    process.start(flow, opened.caseNumber(), country);
    log.info("Case {}: {} ordered", opened.caseNumber(), order.kind());
    return opened;
  }

  /**
   * Gathers what the decision on an order weighs, and keeps what the plan is and costs now. The
   * order takes the service if it is free, so that of two orders at the same time only one is
   * decided on as the first; a refusal {@linkplain #release gives it back}. It starts on the day
   * that the customer wishes, or today if that day has passed.
   *
   * @throws SystemUnavailableException if billing does not answer
   */
  @Transactional
  OrderFacts facts(String caseNumber) {
    PlanOrder order = orders.require(caseNumber);
    Optional<Plan> plan = subscriptions.plan(order.planCode(), order.country());
    Standing standing =
        subscriptions
            .standing(order.customerId())
            .orElseGet(() -> new Standing(order.customerId(), false, List.of()));
    // Locked after the other systems have answered: the customer may have cancelled meanwhile.
    orders.change(
        orders
            .lock(caseNumber)
            .lookedUp(
                plan.map(sold -> new Offer(sold.name(), sold.service(), sold.monthlyPrice()))
                    .orElse(null),
                firstDay(order),
                standing.blocked()));
    Optional<Subscription> replaced =
        standing.subscriptions().stream()
            .filter(running -> running.subscriptionId().equals(order.subscriptionId()))
            .findFirst();
    boolean sameService =
        plan.isPresent()
            && replaced.filter(old -> old.service().equals(plan.get().service())).isPresent();
    return new OrderFacts(
        order.kind(),
        plan.isPresent(),
        plan.filter(sold -> hasService(standing, sold)).isPresent(),
        plan.filter(sold -> !orders.take(order.customerId(), sold.service(), caseNumber))
            .isPresent(),
        replaced.isPresent(),
        sameService,
        sameService ? plan.get().rank() - replaced.get().rank() : 0,
        standing.blocked());
  }

  /** A refused order keeps no other from being accepted while the customer may have it reviewed. */
  @Transactional
  void release(String caseNumber) {
    orders.release(caseNumber);
  }

  /** A review may have outlasted the day wished for: nothing is charged for days gone by. */
  private LocalDate firstDay(PlanOrder order) {
    LocalDate today = calendar.dateIn(order.country(), clock.instant());
    return order.startsOn().isBefore(today) ? today : order.startsOn();
  }

  private static boolean hasService(Standing standing, Plan plan) {
    return standing.subscriptions().stream()
        .anyMatch(running -> running.service().equals(plan.service()));
  }

  /**
   * What decides on an order.
   *
   * @param planSold whether the plan is sold in the customer's country
   * @param serviceActive whether the customer has a plan of the service
   * @param alreadyOrdered whether another order of the service is under way
   * @param subscriptionRuns whether the customer has the subscription that is to be replaced
   * @param sameService whether the plan is one of the replaced subscription's service
   * @param rankDifference by how many ranks the plan is above the replaced one; 0 for another
   *     service
   * @param blocked whether billing wants a person to look first
   */
  record OrderFacts(
      Kind kind,
      boolean planSold,
      boolean serviceActive,
      boolean alreadyOrdered,
      boolean subscriptionRuns,
      boolean sameService,
      int rankDifference,
      boolean blocked) {}
}
