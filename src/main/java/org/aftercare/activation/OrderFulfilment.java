package org.aftercare.activation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aftercare.activation.Effect.Part;
import org.aftercare.activation.Effect.State;
import org.aftercare.activation.PlanOrder.GivenUp;
import org.aftercare.cases.Cases;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Reply;
import org.aftercare.systems.Revenue;
import org.aftercare.systems.Revenue.RevenueBooking;
import org.aftercare.systems.Revenue.RevenueRequest;
import org.aftercare.systems.Revenue.RevenueReversal;
import org.aftercare.systems.ServiceOrders;
import org.aftercare.systems.ServiceOrders.CancelledServiceOrder;
import org.aftercare.systems.ServiceOrders.ServiceOrder;
import org.aftercare.systems.ServiceOrders.ServiceOrderRequest;
import org.aftercare.systems.Subscriptions;
import org.aftercare.systems.Subscriptions.Charge;
import org.aftercare.systems.Subscriptions.ChargeRequest;
import org.aftercare.systems.Subscriptions.StoppedCharge;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the parts of an order done by the systems that they belong to, and taken back if the order
 * comes to nothing. Nothing that a system was asked for is ever left behind: what nobody knows the
 * outcome of is found out before it is taken back.
 */
@Service
class OrderFulfilment {

  /** Recorded for what was never asked for, so that it never will be. */
  private static final String SPARED = "NOT_ASKED_ANY_MORE";

  private final PlanOrders orders;
  private final ServiceOrders serviceOrders;
  private final Subscriptions subscriptions;
  private final Revenue revenue;
  private final RemoteSteps remote;
  private final Cases cases;

  OrderFulfilment(
      PlanOrders orders,
      ServiceOrders serviceOrders,
      Subscriptions subscriptions,
      Revenue revenue,
      RemoteSteps remote,
      Cases cases) {
    this.orders = orders;
    this.serviceOrders = serviceOrders;
    this.subscriptions = subscriptions;
    this.revenue = revenue;
    this.remote = remote;
    this.cases = cases;
  }

  /** Has the service delivered. */
  @Transactional
  void placeOrder(StepKey step, String caseNumber) {
    make(step, orders.require(caseNumber), orderPart());
  }

  /** Has the service charged. */
  @Transactional
  void startCharge(StepKey step, String caseNumber) {
    make(step, orders.require(caseNumber), chargePart());
  }

  /** Has the service's revenue booked. */
  @Transactional
  void bookRevenue(StepKey step, String caseNumber) {
    make(step, orders.require(caseNumber), revenuePart());
  }

  /** Takes the order of the service back. */
  @Transactional
  void cancelOrder(StepKey step, String caseNumber) {
    takeBack(
        step,
        caseNumber,
        orderPart(),
        CancelledServiceOrder.class,
        serviceOrders::cancel,
        serviceOrders::findCancelled);
  }

  /** Stops charging the service. */
  @Transactional
  void stopCharge(StepKey step, String caseNumber) {
    takeBack(
        step,
        caseNumber,
        chargePart(),
        StoppedCharge.class,
        subscriptions::stop,
        subscriptions::findStopped);
  }

  /** Reverses the booking of the service's revenue. */
  @Transactional
  void reverseRevenue(StepKey step, String caseNumber) {
    takeBack(
        step,
        caseNumber,
        revenuePart(),
        RevenueReversal.class,
        revenue::reverse,
        revenue::findReversed);
  }

  private Made<ServiceOrder> orderPart() {
    return new Made<>(
        Part.ORDER,
        "orders",
        ServiceOrder.class,
        (key, order) ->
            serviceOrders.place(
                key,
                new ServiceOrderRequest(
                    order.caseNumber(),
                    order.customerId(),
                    order.planCode(),
                    order.startsOn(),
                    order.subscriptionId())),
        serviceOrders::findPlaced,
        ServiceOrder::serviceOrderId);
  }

  private Made<Charge> chargePart() {
    return new Made<>(
        Part.CHARGE,
        "billing",
        Charge.class,
        (key, order) ->
            subscriptions.start(
                key,
                new ChargeRequest(
                    order.caseNumber(),
                    order.customerId(),
                    order.planCode(),
                    order.requireOffer().monthlyPrice(),
                    order.startsOn(),
                    order.subscriptionId())),
        subscriptions::findStarted,
        Charge::subscriptionId);
  }

  private Made<RevenueBooking> revenuePart() {
    return new Made<>(
        Part.REVENUE,
        "accounting",
        RevenueBooking.class,
        (key, order) ->
            revenue.book(
                key,
                new RevenueRequest(
                    order.caseNumber(),
                    order.planCode(),
                    order.requireOffer().monthlyPrice(),
                    order.startsOn())),
        revenue::findBooked,
        RevenueBooking::bookingId);
  }

  /**
   * Has a part done. Once the order comes to nothing, because it was given up or another part was
   * refused, nothing more is asked for; and a system that does not answer then does not hold up the
   * taking back of the others.
   */
  private <T> void make(StepKey step, PlanOrder order, Made<T> part) {
    List<Effect> before = orders.effects(order.caseNumber());
    if (!comesToNothing(order, before)) {
      keep(step, order, part, before, ask(step, order, part));
      return;
    }
    try {
      keep(step, order, part, before, findOut(step, order, part));
    } catch (SystemUnavailableException e) {
      orders.keep(effect(step, order, part, before, State.UNCERTAIN, null, null));
    }
  }

  private static boolean comesToNothing(PlanOrder order, List<Effect> effects) {
    return order.givenUp() != null
        || effects.stream().anyMatch(effect -> effect.state() == State.REFUSED);
  }

  private <T> Reply<T> ask(StepKey step, PlanOrder order, Made<T> part) {
    return remote.once(step, part.type(), key -> part.call().apply(key, order), part.find());
  }

  /**
   * What became of a step that may have asked, without asking for anything that was not asked for
   * before. A system that was asked and says that it knows nothing of it may still come to it;
   * asked again under the same key, it says what it did, or does it now, so that it can be taken
   * back.
   */
  private <T> Reply<T> findOut(StepKey step, PlanOrder order, Made<T> part) {
    AtomicBoolean askedBefore = new AtomicBoolean();
    return remote.once(
        step,
        part.type(),
        key -> {
          if (!askedBefore.get()) {
            throw new SystemRefusalException(part.system(), SPARED);
          }
          return part.call().apply(key, order);
        },
        key -> {
          askedBefore.set(true);
          return part.find().apply(key);
        });
  }

  private <T> void keep(
      StepKey step, PlanOrder order, Made<T> part, List<Effect> before, Reply<T> reply) {
    Effect effect =
        reply.fold(
            made ->
                effect(step, order, part, before, State.MADE, part.reference().apply(made), null),
            refusal ->
                SPARED.equals(refusal)
                    ? effect(step, order, part, before, State.SPARED, null, null)
                    : effect(step, order, part, before, State.REFUSED, null, refusal));
    orders.keep(effect);
    if (effect.state() != State.SPARED) {
      record(
          order,
          part.part(),
          "internal.activation." + effect.state().name().toLowerCase(Locale.ROOT));
    }
  }

  private static Effect effect(
      StepKey step,
      PlanOrder order,
      Made<?> part,
      List<Effect> before,
      State state,
      String reference,
      String refusal) {
    return new Effect(
        order.caseNumber(), part.part(), state, before.size() + 1, reference, refusal, step);
  }

  private void record(PlanOrder order, Part part, String event) {
    cases.record(order.caseNumber(), event, Map.of("part", part.name()));
  }

  /** What is uncertain is found out first, under the key that it was asked for under. */
  private <M, B> void takeBack(
      StepKey step,
      String caseNumber,
      Made<M> part,
      Class<B> type,
      BiFunction<String, String, B> cancel,
      Function<String, Optional<B>> find) {
    PlanOrder order = orders.require(caseNumber);
    Effect effect = require(caseNumber, part.part());
    String reference = effect.reference();
    if (effect.state() == State.UNCERTAIN) {
      Reply<M> reply = findOut(effect.step(), order, part);
      if (!reply.isGranted()) {
        orders.keep(effect.with(State.SPARED));
        return;
      }
      reference = part.reference().apply(reply.granted());
    }
    String made = reference;
    Reply<B> back = remote.once(step, type, key -> cancel.apply(key, made), find);
    if (!back.isGranted()) {
      throw new UnforeseenRefusalException(part.system(), back.refusal());
    }
    orders.keep(
        new Effect(
            caseNumber,
            part.part(),
            State.TAKEN_BACK,
            effect.ordinal(),
            made,
            null,
            effect.step()));
    record(order, part.part(), "internal.activation.taken-back");
  }

  private Effect require(String caseNumber, Part part) {
    return orders.effects(caseNumber).stream()
        .filter(effect -> effect.part() == part)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Case %s has no %s to take back.".formatted(caseNumber, part)));
  }

  /**
   * What is to be taken back next: what was made last, in reverse order of making; what nobody
   * knows the outcome of comes at the very end, so that a system that does not answer holds up no
   * other.
   *
   * @return empty if nothing is left
   */
  @Transactional(readOnly = true)
  Optional<Part> lastEffect(String caseNumber) {
    return orders.effects(caseNumber).stream()
        .filter(effect -> effect.state() == State.MADE || effect.state() == State.UNCERTAIN)
        .max(
            Comparator.comparing((Effect effect) -> effect.state() == State.MADE)
                .thenComparing(Effect::ordinal))
        .map(Effect::part);
  }

  /**
   * Ends an order that is being carried out: what has not been asked for is not asked for any more,
   * and what has been is taken back. The first reason stays.
   */
  @Transactional
  void giveUp(String caseNumber, GivenUp reason) {
    PlanOrder order = orders.lock(caseNumber);
    if (order.givenUp() == null) {
      orders.change(order.givenUp(reason));
    }
  }

  /**
   * Whether parts of an order that is still wanted are being done: {@code false} also while it is
   * being taken back.
   */
  @Transactional(readOnly = true)
  boolean isUnderWay(String caseNumber) {
    return orders.isUnderWay(caseNumber);
  }

  /**
   * How the parts of an order ended, once each of them has. Whoever takes the order back at this
   * very moment comes before this, or too late.
   */
  @Transactional
  Result result(String caseNumber) {
    PlanOrder order = orders.lock(caseNumber);
    List<Effect> effects = orders.effects(caseNumber);
    Map<State, Effect> byState = new HashMap<>();
    effects.forEach(effect -> byState.putIfAbsent(effect.state(), effect));
    if (order.givenUp() == GivenUp.CANCELLED) {
      return new Result("CANCELLED", "NONE");
    } else if (order.givenUp() == GivenUp.CLOSED_BY_PERSON) {
      return new Result("CLOSED_BY_PERSON", "NONE");
    } else if (byState.containsKey(State.REFUSED)) {
      return new Result("NOT_POSSIBLE", byState.get(State.REFUSED).refusal());
    } else if (order.givenUp() == GivenUp.NOT_DONE) {
      return new Result("NOT_POSSIBLE", "NOT_DONE");
    }
    return new Result("ACTIVE", "NONE");
  }

  /**
   * @param outcome a code of the flow
   * @param failure why it was not possible, or {@code NONE}
   */
  record Result(String outcome, String failure) {}

  /**
   * How a part is made.
   *
   * @param call asks the system for it under a key
   * @param find asks the system what became of a key
   * @param reference the system's number of what was made
   */
  private record Made<T>(
      Part part,
      String system,
      Class<T> type,
      BiFunction<String, PlanOrder, T> call,
      Function<String, Optional<T>> find,
      Function<T, String> reference) {}
}
