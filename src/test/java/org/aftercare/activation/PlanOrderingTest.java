package org.aftercare.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.activation.PlanOrder.GivenUp;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.activation.PlanOrder.Offer;
import org.aftercare.activation.PlanOrdering.OrderFacts;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.Money;
import org.aftercare.systems.Subscriptions;
import org.aftercare.systems.Subscriptions.Plan;
import org.aftercare.systems.Subscriptions.Standing;
import org.aftercare.systems.Subscriptions.Subscription;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanOrderingTest {

  private static final Money PRICE = new Money(new BigDecimal("120.00"), "SEK");
  private static final Plan PLUS = new Plan("CARE-PLUS", "Care Plus", "care", 2, PRICE);

  private final FakeOffice office = new FakeOffice();
  private final InMemoryPlanOrders orders = new InMemoryPlanOrders();
  private final Subscriptions billing = mock(Subscriptions.class);
  private final ActivationProcess process = mock(ActivationProcess.class);
  private final PlanOrdering ordering =
      new PlanOrdering(
          orders,
          office.cases,
          office.company.customers,
          billing,
          process,
          office.calendar,
          office.clock);

  @BeforeEach
  void nothingSoFar() {
    when(billing.plan(anyString(), anyString())).thenReturn(Optional.empty());
    when(billing.plan("CARE-PLUS", "SE")).thenReturn(Optional.of(PLUS));
    stands(false);
  }

  private void stands(boolean blocked, Subscription... running) {
    when(billing.standing(any()))
        .thenReturn(Optional.of(new Standing(FakeCompany.ASTRID, blocked, List.of(running))));
  }

  private static NewPlanOrder activation(LocalDate startsOn) {
    return new NewPlanOrder(
        Kind.ACTIVATION, FakeCompany.ASTRID, "CARE-PLUS", startsOn, null, Channel.API);
  }

  private static NewPlanOrder upgrade(String subscription) {
    return new NewPlanOrder(
        Kind.UPGRADE, FakeCompany.ASTRID, "CARE-PLUS", null, subscription, Channel.API);
  }

  private String open(NewPlanOrder order) {
    return ordering.open(order, ordering.lookUp(order)).caseNumber();
  }

  @Test
  void opensACaseOfItsFlowAndStartsItsProcess() {
    String activation = open(activation(null));
    String upgrade = open(upgrade("SUB-1"));

    assertThat(office.opened.get(activation).flow()).isEqualTo("service-activation");
    assertThat(office.opened.get(upgrade).flow()).isEqualTo("subscription-upgrade");
    assertThat(orders.require(activation).startsOn()).isEqualTo(FakeOffice.TODAY);
    verify(process).start("service-activation", activation, "SE");
    verify(process).start("subscription-upgrade", upgrade, "SE");
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "90, true", "91, false"})
  void startsWithinNinetyDays(int daysAhead, boolean possible) {
    NewPlanOrder order = activation(FakeOffice.TODAY.plusDays(daysAhead));
    if (possible) {
      assertThat(ordering.lookUp(order)).isEqualTo("SE");
    } else {
      assertThat(problemsOf(order)).containsExactly("/startsOn");
    }
  }

  @Test
  void saysAllThatIsMissingAtOnce() {
    assertThat(problemsOf(new NewPlanOrder(Kind.UPGRADE, null, null, null, null, Channel.API)))
        .containsExactly("/customerId", "/subscription", "/plan");
    assertThat(problemsOf(new NewPlanOrder(Kind.ACTIVATION, null, "a b", null, null, Channel.API)))
        .containsExactly("/customerId", "/service");
  }

  private List<String> problemsOf(NewPlanOrder order) {
    List<String> fields = new ArrayList<>();
    assertThatThrownBy(() -> ordering.lookUp(order))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            invalid -> invalid.problems().stream().map(FieldProblem::field).forEach(fields::add));
    return fields;
  }

  @Test
  void sellsNothingToSomebodyWhomNobodyKnows() {
    NewPlanOrder order =
        new NewPlanOrder(Kind.ACTIVATION, "C-404", "CARE-PLUS", null, null, Channel.API);

    assertThat(problemsOf(order)).containsExactly("/customerId");
    office.company.down.add("crm");
    assertThatThrownBy(() -> ordering.lookUp(order)).isInstanceOf(SystemUnavailableException.class);
  }

  @Test
  void knowsThePlanAndItsPriceFromBilling() {
    String caseNumber = open(activation(null));

    assertThat(ordering.facts(caseNumber))
        .isEqualTo(new OrderFacts(Kind.ACTIVATION, true, false, false, false, false, 0, false));
    assertThat(orders.require(caseNumber).requireOffer())
        .isEqualTo(new Offer("Care Plus", "care", PRICE));
  }

  @Test
  void somebodyNewToBillingHasNoSubscriptionsAndIsNotBlocked() {
    when(billing.standing(any())).thenReturn(Optional.empty());

    assertThat(ordering.facts(open(activation(null))))
        .isEqualTo(new OrderFacts(Kind.ACTIVATION, true, false, false, false, false, 0, false));
  }

  @Test
  void aPlanThatIsNotSoldThereHasNoPrice() {
    NewPlanOrder order =
        new NewPlanOrder(Kind.ACTIVATION, FakeCompany.ASTRID, "NONE", null, null, Channel.API);
    String caseNumber = open(order);

    assertThat(ordering.facts(caseNumber).planSold()).isFalse();
    assertThatThrownBy(() -> orders.require(caseNumber).requireOffer())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void seesThatTheServiceIsThereOrOrderedAlready() {
    stands(true, new Subscription("SUB-1", "CARE-BASIC", "care", 1));
    String first = open(activation(null));
    String second = open(activation(null));

    assertThat(ordering.facts(first))
        .isEqualTo(new OrderFacts(Kind.ACTIVATION, true, true, false, false, false, 0, true));
    assertThat(ordering.facts(second).alreadyOrdered()).isTrue();
    assertThat(ordering.facts(first).alreadyOrdered()).as("not by itself").isFalse();
    orders.release(first);
    assertThat(ordering.facts(second).alreadyOrdered()).isFalse();
  }

  @Test
  void aRefusedOrderKeepsNoOtherAwayAndIsNotPutBeforeItAfterAReview() {
    String refused = open(activation(null));
    String corrected = open(activation(null));
    ordering.facts(refused);
    ordering.release(refused);

    assertThat(ordering.facts(corrected).alreadyOrdered()).isFalse();
    assertThat(ordering.facts(refused).alreadyOrdered()).isTrue();
    orders.release(corrected);
    assertThat(ordering.facts(refused).alreadyOrdered()).isFalse();
  }

  @Test
  void startsOnTheDayWishedOrOnTheDayOfTheDecisionIfThatHasPassed() {
    String today = open(activation(null));
    String soon = open(activation(FakeOffice.TODAY.plusDays(3)));
    String later = open(activation(FakeOffice.TODAY.plusDays(4)));
    office.now = FakeOffice.NOW.plus(Duration.ofDays(3));

    for (String caseNumber : List.of(today, soon, later)) {
      ordering.facts(caseNumber);
    }
    assertThat(orders.require(today).startsOn()).isEqualTo(FakeOffice.TODAY.plusDays(3));
    assertThat(orders.require(soon).startsOn()).isEqualTo(FakeOffice.TODAY.plusDays(3));
    assertThat(orders.require(later).startsOn()).isEqualTo(FakeOffice.TODAY.plusDays(4));
    assertThat(new PlanOrderFlow(ActivationProcess.ACTIVATION, orders).facts(today))
        .as("the customer is told")
        .containsEntry("startsOn", FakeOffice.TODAY.plusDays(3).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "SUB-1, care, 1, true, true, 1",
    "SUB-1, care, 2, true, true, 0",
    "SUB-1, care, 3, true, true, -1",
    "SUB-1, water, 1, true, false, 0",
    "SUB-2, care, 1, false, false, 0"
  })
  void comparesAnUpgradeWithWhatItReplaces(
      String has, String service, int rank, boolean runs, boolean same, int above) {
    stands(false, new Subscription(has, "X", service, rank));
    OrderFacts facts = ordering.facts(open(upgrade("SUB-1")));

    assertThat(facts.subscriptionRuns()).isEqualTo(runs);
    assertThat(facts.sameService()).isEqualTo(same);
    assertThat(facts.rankDifference()).isEqualTo(above);
  }

  @Test
  void anOrderCanBeCancelledUntilEachOfItsPartsHasEnded() {
    PlanOrderFlow flow = new PlanOrderFlow(ActivationProcess.ACTIVATION, orders);
    String caseNumber = open(activation(null));
    StepKey step = new StepKey("pi", "step", 1);
    for (Effect.Part part : Effect.Part.values()) {
      assertThat(flow.mayCancel(caseNumber)).isTrue();
      orders.keep(new Effect(caseNumber, part, Effect.State.MADE, 1, "R", null, step));
    }
    assertThat(flow.mayCancel(caseNumber)).isFalse();
    assertThat(flow.cancel(caseNumber)).as("too late").isFalse();
    assertThat(orders.require(caseNumber).givenUp()).isNull();
    String givenUp = open(activation(null));
    assertThat(flow.cancel(givenUp)).isTrue();
    assertThat(orders.require(givenUp).givenUp()).as("at once").isEqualTo(GivenUp.CANCELLED);
    assertThat(flow.mayCancel(givenUp)).isFalse();
    assertThat(flow.cancel(givenUp)).as("accepted already").isTrue();
    ordering.facts(givenUp);
    assertThat(orders.require(givenUp).givenUp()).as("still").isEqualTo(GivenUp.CANCELLED);
  }

  @Test
  void theCaseTabShowsPlanPriceAndParts() {
    String caseNumber = open(upgrade("SUB-1"));
    ordering.facts(caseNumber);
    orders.keep(
        new Effect(
            caseNumber,
            Effect.Part.CHARGE,
            Effect.State.MADE,
            1,
            "SUB-2",
            null,
            new StepKey("pi", "step", 1)));

    assertThat(new PlanOrderFacts(ActivationProcess.UPGRADE, orders).of(caseNumber))
        .extracting(fact -> fact.label() + "=" + fact.value())
        .containsExactly(
            "activation.fact.plan=Care Plus",
            "activation.fact.plan-code=CARE-PLUS",
            "activation.fact.monthly-price=120.00 SEK",
            "activation.fact.starts-on=2026-11-22",
            "activation.fact.subscription=SUB-1",
            "activation.fact.country=SE",
            "activation.fact.charge=MADE");
    stands(true);
    ordering.facts(caseNumber);
    assertThat(new PlanOrderFacts(ActivationProcess.UPGRADE, orders).of(caseNumber))
        .as("why a person has to look")
        .extracting(fact -> fact.label() + "=" + fact.value())
        .contains("activation.fact.blocked=YES");
    ServiceCase of = office.opened.get(caseNumber);
    PlanOrderView view =
        PlanOrderView.of(of, orders.require(caseNumber), orders.effects(caseNumber), false);
    assertThat(view.parts())
        .containsExactly(
            new PlanOrderView.PartView(Effect.Part.CHARGE, Effect.State.MADE, "SUB-2"));
    assertThat(view.planName()).isEqualTo("Care Plus");
    orders.keep(
        new Effect(
            caseNumber,
            Effect.Part.REVENUE,
            Effect.State.MADE,
            2,
            "REV-1",
            null,
            new StepKey("pi", "step", 1)));
    assertThat(partsFor(of, true)).containsExactly(Effect.Part.CHARGE);
    assertThat(partsFor(of, false)).containsExactly(Effect.Part.CHARGE, Effect.Part.REVENUE);
  }

  private List<Effect.Part> partsFor(ServiceCase of, boolean customer) {
    return PlanOrderView.of(
            of, orders.require(of.caseNumber()), orders.effects(of.caseNumber()), customer)
        .parts()
        .stream()
        .map(PlanOrderView.PartView::part)
        .toList();
  }

  private static final class InMemoryPlanOrders implements PlanOrders {
    private final Map<String, PlanOrder> all = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();

    @Override
    public void add(PlanOrder order) {
      all.put(order.caseNumber(), order);
    }

    @Override
    public void change(PlanOrder order) {
      all.put(order.caseNumber(), order);
    }

    @Override
    public Optional<PlanOrder> find(String caseNumber) {
      return Optional.ofNullable(all.get(caseNumber));
    }

    @Override
    public PlanOrder lock(String caseNumber) {
      return require(caseNumber);
    }

    @Override
    public boolean take(String customerId, String service, String caseNumber) {
      return open.computeIfAbsent(customerId + service, key -> caseNumber).equals(caseNumber);
    }

    @Override
    public void release(String caseNumber) {
      open.values().remove(caseNumber);
    }

    @Override
    public void keep(Effect effect) {
      effects.add(effect);
    }

    @Override
    public List<Effect> effects(String caseNumber) {
      return effects.stream().filter(effect -> effect.caseNumber().equals(caseNumber)).toList();
    }
  }
}
