package org.aftercare.activation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.activation.PlanOrder.GivenUp;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.activation.PlanOrder.Offer;
import org.aftercare.cases.TakenObjects;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;

/** Orders in the tables {@code plan_order}, {@code plan_order_open}, {@code plan_order_effect}. */
@Repository
class JdbcPlanOrders implements PlanOrders {

  private final JdbcClient jdbc;
  private final TakenObjects services;

  JdbcPlanOrders(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.services =
        new TakenObjects(jdbc, transactions, "plan_order_open", "customer_id", "service");
  }

  @Override
  public void add(PlanOrder order) {
    jdbc.sql(
            """
            insert into plan_order (
              case_number, kind, customer_id, country, plan_code, starts_on, subscription_id,
              plan_name, service, monthly_price, price_currency, blocked,
              given_up)
            values (
              :caseNumber, :kind, :customerId, :country, :planCode, :startsOn, :subscriptionId,
              :planName, :service, :monthlyPrice, :priceCurrency, :blocked,
              :givenUp)
            """)
        .params(columns(order))
        .update();
  }

  @Override
  public void change(PlanOrder order) {
    jdbc.sql(
            """
            update plan_order set
              kind = :kind, customer_id = :customerId, country = :country, plan_code = :planCode,
              starts_on = :startsOn, subscription_id = :subscriptionId, plan_name = :planName,
              service = :service, monthly_price = :monthlyPrice, price_currency = :priceCurrency,
              blocked = :blocked, given_up = :givenUp
            where case_number = :caseNumber
            """)
        .params(columns(order))
        .update();
  }

  private static Map<String, Object> columns(PlanOrder order) {
    Offer offer = order.offer();
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", order.caseNumber());
    columns.put("kind", order.kind().name());
    columns.put("customerId", order.customerId());
    columns.put("country", order.country());
    columns.put("planCode", order.planCode());
    columns.put("startsOn", order.startsOn());
    columns.put("subscriptionId", order.subscriptionId());
    columns.put("planName", offer == null ? null : offer.name());
    columns.put("service", offer == null ? null : offer.service());
    columns.put("monthlyPrice", offer == null ? null : offer.monthlyPrice().amount());
    columns.put("priceCurrency", offer == null ? null : offer.monthlyPrice().currency());
    columns.put("blocked", order.blocked());
    columns.put("givenUp", order.givenUp() == null ? null : order.givenUp().name());
    return columns;
  }

  @Override
  public Optional<PlanOrder> find(String caseNumber) {
    return jdbc.sql("select * from plan_order where case_number = ?")
        .param(caseNumber)
        .query((row, n) -> order(row))
        .optional();
  }

  private static PlanOrder order(ResultSet row) throws SQLException {
    String planName = row.getString("plan_name");
    String givenUp = row.getString("given_up");
    return new PlanOrder(
        row.getString("case_number"),
        Kind.valueOf(row.getString("kind")),
        row.getString("customer_id"),
        row.getString("country"),
        row.getString("plan_code"),
        row.getObject("starts_on", LocalDate.class),
        row.getString("subscription_id"),
        planName == null
            ? null
            : new Offer(
                planName,
                row.getString("service"),
                Money.stored(row.getBigDecimal("monthly_price"), row.getString("price_currency"))),
        row.getBoolean("blocked"),
        givenUp == null ? null : GivenUp.valueOf(givenUp));
  }

  @Override
  public PlanOrder lock(String caseNumber) {
    return jdbc.sql("select * from plan_order where case_number = ? for update")
        .param(caseNumber)
        .query((row, n) -> order(row))
        .single();
  }

  @Override
  public boolean take(String customerId, String service, String caseNumber) {
    return services.take(caseNumber, customerId, service);
  }

  @Override
  public void release(String caseNumber) {
    services.release(caseNumber);
  }

  @Override
  public void keep(Effect effect) {
    int known =
        jdbc.sql(
                """
                update plan_order_effect set
                  state = :state, reference = :reference, refusal = :refusal
                where case_number = :caseNumber and part = :part
                """)
            .params(columns(effect))
            .update();
    if (known == 0) {
      jdbc.sql(
              """
              insert into plan_order_effect (
                case_number, part, state, ordinal, reference, refusal, instance_id, activity_id)
              values (
                :caseNumber, :part, :state, :ordinal, :reference, :refusal, :instanceId,
                :activityId)
              """)
          .params(columns(effect))
          .update();
    }
  }

  private static Map<String, Object> columns(Effect effect) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", effect.caseNumber());
    columns.put("part", effect.part().name());
    columns.put("state", effect.state().name());
    columns.put("ordinal", effect.ordinal());
    columns.put("reference", effect.reference());
    columns.put("refusal", effect.refusal());
    columns.put("instanceId", effect.step().processInstanceId());
    columns.put("activityId", effect.step().activityId());
    return columns;
  }

  @Override
  public List<Effect> effects(String caseNumber) {
    return jdbc.sql("select * from plan_order_effect where case_number = ? order by ordinal")
        .param(caseNumber)
        .query(
            (row, n) ->
                new Effect(
                    row.getString("case_number"),
                    Effect.Part.valueOf(row.getString("part")),
                    Effect.State.valueOf(row.getString("state")),
                    row.getInt("ordinal"),
                    row.getString("reference"),
                    row.getString("refusal"),
                    new StepKey(row.getString("instance_id"), row.getString("activity_id"), 1)))
        .list();
  }
}
