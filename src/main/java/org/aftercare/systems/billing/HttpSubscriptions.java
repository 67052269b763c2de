package org.aftercare.systems.billing;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Subscriptions;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Subscriptions over HTTP. */
@Component
class HttpSubscriptions implements Subscriptions {

  private static final Operation<Plan> PLAN =
      new Operation<>(
          "plan",
          (reply, plan) -> {
            reply.text("name", plan.name(), ReplyCheck.LONGEST_NAME);
            reply.text("service", plan.service(), ReplyCheck.LONGEST_ID);
            reply.notNegative("rank", plan.rank());
            reply.money("monthlyPrice", plan.monthlyPrice());
          });

  private static final Operation<Standing> STANDING =
      new Operation<>(
          "standing",
          (reply, standing) ->
              reply.each("subscriptions", standing.subscriptions(), HttpSubscriptions::check));

  private static final Operation<Charge> START =
      new Operation<>(
          "start subscription",
          Set.of("NO_PAYMENT_METHOD"),
          (reply, charge) ->
              reply.text("subscriptionId", charge.subscriptionId(), ReplyCheck.LONGEST_ID));

  private static final Operation<StoppedCharge> STOP =
      new Operation<>(
          "stop subscription",
          (reply, stopped) -> reply.text("stopId", stopped.stopId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final SubscriptionsApi api;

  HttpSubscriptions(@Qualifier("billingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(SubscriptionsApi.class);
  }

  private static void check(ReplyCheck reply, Subscription subscription) {
    reply.text("subscriptionId", subscription.subscriptionId(), ReplyCheck.LONGEST_ID);
    reply.text("planCode", subscription.planCode(), ReplyCheck.LONGEST_ID);
    reply.text("service", subscription.service(), ReplyCheck.LONGEST_ID);
    reply.notNegative("rank", subscription.rank());
  }

  @Override
  public Optional<Plan> plan(String planCode, String country) {
    return system.read(
        PLAN.alsoHolding((reply, plan) -> reply.same("planCode", planCode, plan.planCode())),
        () -> api.plan(planCode, country));
  }

  @Override
  public Optional<Standing> standing(String customerId) {
    return system.read(
        STANDING.alsoHolding(
            (reply, standing) -> reply.same("customerId", customerId, standing.customerId())),
        () -> api.standing(customerId));
  }

  @Override
  public Charge start(String key, ChargeRequest request) {
    return system.change(START, () -> api.start(key, request));
  }

  @Override
  public Optional<Charge> findStarted(String key) {
    return system.read(START, () -> api.started(key));
  }

  @Override
  public StoppedCharge stop(String key, String subscriptionId) {
    return system.change(STOP, () -> api.stop(key, subscriptionId));
  }

  @Override
  public Optional<StoppedCharge> findStopped(String key) {
    return system.read(STOP, () -> api.stopped(key));
  }
}
