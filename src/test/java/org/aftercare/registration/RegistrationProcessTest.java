package org.aftercare.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Wordings;
import org.aftercare.registration.ProductRegistration.DoneBy;
import org.aftercare.systems.Address;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.Contracts.Guarantee;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders;
import org.aftercare.testing.FlowTest;
import org.aftercare.testing.FlowTestBase;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The flow with the real engine, model, tables, use cases and store; other systems are played. */
@FlowTest(RegistrationTestApplication.class)
class RegistrationProcessTest extends FlowTestBase {

  private static final String ASTRID = "C-1";
  private static final String ERIK = "C-2";

  @Autowired JdbcClient jdbc;
  @Autowired Registrations stored;
  @Autowired ProductRegistrations registrations;
  @Autowired RegistrationFlow flow;
  @Autowired RegistrationFacts facts;

  @MockitoBean Orders orders;
  @MockitoBean Contracts contracts;
  @MockitoBean Customers customers;
  @MockitoBean Notifications notifications;
  @MockitoBean Wordings wordings;

  @MockitoBean(answers = Answers.RETURNS_DEFAULTS)
  Cases cases;

  private final List<String> told = new ArrayList<>();
  private final Map<String, String> lastFacts = new HashMap<>();
  private final Map<String, ServiceCase> opened = new HashMap<>();

  /** Each test's own. */
  private String serial;

  @BeforeEach
  void twoCustomersAndOneOrder() {
    told.clear();
    opened.clear();
    serial = "NK-" + UUID.randomUUID().toString().substring(0, 8);
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    when(cases.open(any())).thenAnswer(call -> open(call.getArgument(0)));
    when(cases.find(anyString()))
        .thenAnswer(call -> Optional.ofNullable(opened.get(call.<String>getArgument(0))));
    doAnswer(
            call -> {
              close(call.getArgument(0), call.getArgument(1));
              return null;
            })
        .when(cases)
        .close(any(), any());
    doAnswer(
            call -> {
              close(call.getArgument(0), "CANCELLED");
              return null;
            })
        .when(cases)
        .cancel(any());
    doAnswer(
            call -> {
              Notice notice = call.getArgument(0);
              lastFacts.clear();
              lastFacts.putAll(notice.facts());
              return told.add(notice.template());
            })
        .when(notifications)
        .tell(any());
    when(customers.lookUp(ASTRID)).thenReturn(Optional.of(customer(ASTRID, "SE")));
    when(customers.lookUp(ERIK)).thenReturn(Optional.of(customer(ERIK, "NO")));
    when(contracts.guarantee(anyString()))
        .thenAnswer(call -> new Guarantee(call.getArgument(0), null, 0));
    when(orders.order(anyString())).thenReturn(Optional.empty());
    Orders.OrderLine line = orderLine();
    Orders.Order order = order(line);
    when(orders.order("O-1")).thenReturn(Optional.of(order));
  }

  private Orders.OrderLine orderLine() {
    Orders.OrderLine line = mock(Orders.OrderLine.class);
    when(line.serialNumber()).thenReturn(serial);
    when(line.product()).thenReturn("Refrigerator");
    when(line.deliveredOn()).thenReturn(LocalDate.of(2026, 1, 31));
    when(line.meantToLast()).thenReturn(true);
    when(line.price()).thenReturn(new Money(new BigDecimal("8990.00"), "SEK"));
    return line;
  }

  private static Orders.Order order(Orders.OrderLine line) {
    Orders.Order order = mock(Orders.Order.class);
    when(order.customerId()).thenReturn(ASTRID);
    when(order.country()).thenReturn("SE");
    when(order.orderedOn()).thenReturn(LocalDate.of(2026, 1, 27));
    when(order.lines()).thenReturn(List.of(line));
    return order;
  }

  private static Customer customer(String id, String country) {
    return new Customer(
        id, "N", null, null, Locale.ENGLISH, country, new Address("S", "1", "C", country));
  }

  private ServiceCase open(Cases.NewCase newCase) {
    ServiceCase of =
        new ServiceCase(
            "P-" + UUID.randomUUID().toString().substring(0, 8),
            newCase.flow(),
            newCase.customerId(),
            newCase.country(),
            newCase.channel(),
            ServiceCase.Status.OPEN,
            null,
            clock.instant(),
            null);
    jdbc.sql(
            """
            insert into service_case (
              case_number, flow, customer_id, country, channel, status, opened_at)
            values (?, ?, ?, ?, 'API', 'OPEN', current_timestamp)
            """)
        .params(of.caseNumber(), of.flow(), of.customerId(), of.country())
        .update();
    opened.put(follow(of.caseNumber()), of);
    return of;
  }

  /** As the cases do it: in the transaction that closes. */
  private void close(String caseNumber, String outcome) {
    registrations.on(
        new CaseClosed(
            caseNumber, RegistrationProcess.KEY, outcome, clock.instant(), clock.instant()));
  }

  @AfterAll
  void everyElementWasEntered() {
    everyElementWasEntered(RegistrationProcess.KEY);
  }

  private NewRegistration wanted(String customer, String order, DoneBy doneBy) {
    return new NewRegistration(
        customer, serial, order, LocalDate.of(2026, 2, 28), "The receipt.", doneBy, Channel.API);
  }

  private String register(String customer, String order, DoneBy doneBy) {
    NewRegistration wanted = wanted(customer, order, doneBy);
    String caseNumber = registrations.open(wanted, registrations.lookUp(wanted)).caseNumber();
    run();
    return caseNumber;
  }

  private void message(String caseNumber, String name) {
    runtime.createMessageCorrelation(name).processInstanceBusinessKey(caseNumber).correlate();
    run();
  }

  private void check(String decision, String orderNumber) {
    check(decision, orderNumber, null);
  }

  private void check(String decision, String orderNumber, String purchasedOn) {
    Map<String, Object> answers = new HashMap<>(Map.of("registrationCheck", decision));
    if (orderNumber != null) {
      answers.put("orderNumber", orderNumber);
    }
    if (purchasedOn != null) {
      answers.put("purchasedOn", purchasedOn);
    }
    complete("CheckRegistration", "claims", answers);
  }

  @Test
  void fromRegistrationToConfirmationWithTheLegalGuaranteesEnd() {
    String caseNumber = register(ASTRID, "O-1", DoneBy.CUSTOMER);

    assertThat(told)
        .containsExactly("registration.received", "registration.confirmed", "case.survey");
    verify(cases).close(caseNumber, "REGISTERED");
    assertThat(stored.require(caseNumber).legalUntil())
        .as("three years in Sweden from delivery, whatever day of purchase the customer gave")
        .isEqualTo("2029-01-31");
    assertThat(flow.facts(caseNumber))
        .containsEntry("product", "Refrigerator")
        .containsEntry("proof", "ORDER")
        .containsEntry("legalUntil", "2029-01-31");
    assertThat(flow.mayCancel(caseNumber)).isFalse();
    assertThat(registrations.orderNumber(ASTRID, serial.toLowerCase(Locale.ROOT)))
        .as("a claim finds it")
        .contains("O-1");
    assertThat(registrations.orderNumber(ERIK, serial)).isEmpty();
    message(caseNumber, "SurveyAnswered");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 12, registration.confirmed-commercial, 2030-01-31",
    "2026-11-19, 0, registration.confirmed, 2029-01-31"
  })
  void tellsOfACommercialGuaranteeThatIsInForce(
      LocalDate until, int extended, String template, LocalDate legalUntil) {
    when(contracts.guarantee(serial)).thenReturn(new Guarantee(serial, until, extended));
    String caseNumber = register(ASTRID, "O-1", DoneBy.STAFF);

    assertThat(told).contains(template);
    assertThat(stored.require(caseNumber).legalUntil()).isEqualTo(legalUntil);
  }

  @Test
  void theSameCustomerAgainGetsTheSameCase() {
    String caseNumber = register(ASTRID, "O-1", DoneBy.CUSTOMER);

    assertThat(registrations.already(wanted(ASTRID, null, DoneBy.CUSTOMER)))
        .get()
        .extracting(ServiceCase::caseNumber)
        .isEqualTo(caseNumber);
    assertThat(registrations.already(wanted(ERIK, null, DoneBy.CUSTOMER))).isEmpty();
  }

  @Test
  void anItemThatAnotherHasRegisteredGoesToAPerson() {
    String first = register(ASTRID, "O-1", DoneBy.CUSTOMER);
    String second = register(ERIK, null, DoneBy.CUSTOMER);

    assertThat(told).endsWith("registration.received", "registration.checked");
    assertThat(facts.of(second))
        .extracting(CaseFacts.Fact::label)
        .contains("registration.fact.held-by", "registration.fact.done-by");
    assertThat(flow.mayCancel(second)).isTrue();
    check("NOT_ACCEPTED", null);
    assertThat(told).endsWith("registration.not-accepted", "case.survey");
    verify(cases).close(second, "NOT_ACCEPTED");
    assertThat(stored.holder(serial)).get().extracting("caseNumber").isEqualTo(first);
    message(second, "SurveyAnswered");
  }

  @Test
  void aPersonGivesAnItemToItsNewOwner() {
    register(ASTRID, "O-1", DoneBy.CUSTOMER);
    String second = register(ERIK, null, DoneBy.CUSTOMER);
    check("ACCEPTED", "O-1");

    assertThat(told).endsWith("registration.confirmed", "case.survey");
    assertThat(stored.require(second).legalUntil()).as("as the order says").isEqualTo("2029-01-31");
    assertThat(registrations.orderNumber(ERIK, serial)).contains("O-1");
    assertThat(registrations.orderNumber(ASTRID, serial)).isEmpty();
  }

  @Test
  void anItemOfAnotherCustomersOrderGoesToAPerson() {
    register(ERIK, "O-1", DoneBy.CUSTOMER);
    assertThat(told).endsWith("registration.checked");
  }

  @Test
  void anItemThatNobodyKnowsGoesToAPersonAndCountsFromThePurchase() {
    String caseNumber = register(ERIK, null, DoneBy.PARTNER);
    assertThat(told).endsWith("registration.checked");
    assertThat(flow.facts(caseNumber)).containsEntry("product", "UNKNOWN");
    check("ACCEPTED", null);

    assertThat(stored.require(caseNumber).legalUntil())
        .as("two years in Norway for what nobody knows to be meant to last")
        .isEqualTo("2028-02-28");
    assertThat(registrations.orderNumber(ERIK, serial)).as("there is no order").isEmpty();
  }

  /** Who writes the serial number down in a shop is not its owner, whatever is guaranteed. */
  @Test
  void anItemThatOnlyTheContractsKnowGoesToAPerson() {
    when(contracts.guarantee(serial))
        .thenReturn(new Guarantee(serial, LocalDate.of(2030, 1, 1), 12));
    String caseNumber = register(ERIK, null, DoneBy.CUSTOMER);

    assertThat(told).endsWith("registration.checked");
    assertThat(stored.require(caseNumber).isRegistered()).isFalse();
    register(ASTRID, "O-1", DoneBy.CUSTOMER);
    assertThat(told).as("the owner, while the other is looked at").endsWith("registration.checked");
  }

  @Test
  void anOrderThatDoesNotHoldTheItemIsAskedForAgain() {
    String before = register(ERIK, null, DoneBy.CUSTOMER);
    String caseNumber = register(ASTRID, "O-1", DoneBy.CUSTOMER);
    Orders.Order another = order(mock(Orders.OrderLine.class));
    when(another.lines()).thenReturn(List.of());
    when(orders.order("O-2")).thenReturn(Optional.of(another));
    Task first = tasks.createTaskQuery().processInstanceBusinessKey(before).singleResult();
    tasks.complete(first.getId(), Map.of("registrationCheck", "NOT_ACCEPTED"));
    for (String mistyped : List.of("O-2", "O-99")) {
      check("ACCEPTED", mistyped);
      assertThat(stored.require(caseNumber).isRegistered()).isFalse();
      assertThat(stored.require(caseNumber).orderNumber())
          .as("the right one stays")
          .isEqualTo("O-1");
    }
    check("ACCEPTED", "O-1");
    assertThat(told).endsWith("registration.confirmed", "case.survey");
    assertThat(registrations.orderNumber(ASTRID, serial)).contains("O-1");
  }

  @Test
  void noDayIsConfirmedThatNobodyKnows() {
    NewRegistration wanted =
        new NewRegistration(ERIK, serial, "O-99", null, null, DoneBy.CUSTOMER, Channel.API);
    String caseNumber = registrations.open(wanted, registrations.lookUp(wanted)).caseNumber();
    run();
    assertThat(told).endsWith("registration.checked");
    for (String noDay : Arrays.asList(null, "2026-11-21", "1999-12-31", "")) {
      check("ACCEPTED", null, noDay);
      assertThat(stored.require(caseNumber).isRegistered()).as("%s", noDay).isFalse();
    }
    assertThatThrownBy(() -> check("ACCEPTED", null, "31.1.2026"))
        .isInstanceOf(FormFieldValidationException.class);
    assertThatThrownBy(() -> registrations.register(caseNumber))
        .isInstanceOf(IllegalStateException.class);
    check("ACCEPTED", null, "2026-03-31");

    assertThat(told).endsWith("registration.confirmed", "case.survey");
    assertThat(stored.require(caseNumber).legalUntil()).isEqualTo("2028-03-31");
    assertThat(registrations.orderNumber(ERIK, serial))
        .as("nobody has found the order that the customer named")
        .isEmpty();
    assertThat(flow.facts(caseNumber)).containsEntry("proof", "RECEIPT");
  }

  @Test
  void aCancellationThatIsAcceptedIsNotOvertakenByALookUp() {
    NewRegistration wanted =
        new NewRegistration(ASTRID, serial, "O-1", null, null, DoneBy.CUSTOMER, Channel.API);
    String caseNumber = registrations.open(wanted, registrations.lookUp(wanted)).caseNumber();
    assertThat(flow.cancel(caseNumber)).isTrue();
    assertThatThrownBy(() -> registrations.lookUpItem(caseNumber, null, null))
        .isInstanceOf(CancellationUnderWayException.class);
    message(caseNumber, "CustomerCancelled");
    assertThat(stored.require(caseNumber).isRegistered()).isFalse();

    String again = register(ASTRID, "O-1", DoneBy.CUSTOMER);
    assertThat(flow.cancel(again)).as("too late").isFalse();
    assertThat(stored.isCancelled(again)).isFalse();
  }

  @Test
  void aCancelledRegistrationHoldsNothing() {
    String caseNumber = register(ERIK, null, DoneBy.CUSTOMER);
    message(caseNumber, "CustomerCancelled");

    assertThat(told).endsWith("registration.cancelled");
    verify(cases).cancel(caseNumber);
    assertThat(stored.holder(serial)).isEmpty();
  }

  @Test
  void aPersonClosesARegistration() {
    String caseNumber = register(ERIK, null, DoneBy.CUSTOMER);
    message(caseNumber, "DataCorrected");
    message(caseNumber, "HumanWanted");
    Task talk = tasks.createTaskQuery().taskDefinitionKey("TalkToCustomer").singleResult();
    tasks.complete(talk.getId(), Map.of("handOver", "HANDED_BACK"));
    message(caseNumber, "ClosedByPerson");

    assertThat(told).contains("case.corrected").endsWith("registration.closed-by-person");
    verify(cases).close(caseNumber, "CLOSED_BY_PERSON");
    assertThat(stored.holder(serial)).isEmpty();
  }

  @Test
  void countsWhoRegistersOnceByMonth() {
    YearMonth month = YearMonth.of(2031, 3);
    clock.set(Instant.parse("2031-03-31T22:30:00Z"));
    String own = register(ASTRID, "O-1", DoneBy.CUSTOMER);
    assertThat(registrations.register(own)).as("again").isFalse();
    assertThat(share(month, month)).as("a day later in Sweden").isEmpty();

    YearMonth april = month.plusMonths(1);
    assertThat(share(april, april)).containsExactly("2031-04 1 0 0 100.0");
    stored.count(april, DoneBy.STAFF);
    stored.count(april, DoneBy.STAFF);
    stored.count(april, DoneBy.PARTNER);
    stored.count(april.plusMonths(1), DoneBy.STAFF);
    assertThat(share(month, april)).containsExactly("2031-04 1 2 1 25.0");
    assertThat(share(april, april.plusMonths(1)))
        .containsExactly("2031-04 1 2 1 25.0", "2031-05 0 1 0 0.0");
  }

  private List<String> share(YearMonth from, YearMonth until) {
    return RegistrationShare.of(stored.counted(from, until)).months().stream()
        .map(
            month ->
                "%s %d %d %d %s"
                    .formatted(
                        month.month(),
                        month.customers(),
                        month.staff(),
                        month.partners(),
                        month.selfServicePercent()))
        .toList();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(problems(new NewRegistration(null, null, null, null, null, DoneBy.STAFF, null)))
        .containsExactly("/customerId", "/serialNumber", "/purchasedOn");
    assertThat(problems(on(LocalDate.of(2026, 11, 21)))).containsExactly("/purchasedOn");
    assertThat(problems(on(LocalDate.of(1999, 12, 31)))).containsExactly("/purchasedOn");
    assertThat(problems(new NewRegistration("C-9", "S", "O", null, "\u0000", DoneBy.STAFF, null)))
        .containsExactly("/proof");
    assertThat(problems(new NewRegistration("C-9", "S", "O", null, null, DoneBy.STAFF, null)))
        .containsExactly("/customerId");
    assertThat(registrations.lookUp(on(LocalDate.of(2026, 11, 20)))).isEqualTo("SE");
  }

  private NewRegistration on(LocalDate day) {
    return new NewRegistration(ASTRID, serial, null, day, null, DoneBy.CUSTOMER, Channel.API);
  }

  private List<String> problems(NewRegistration registration) {
    List<String> fields = new ArrayList<>();
    assertThatThrownBy(() -> registrations.lookUp(registration))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            invalid -> invalid.problems().stream().map(FieldProblem::field).forEach(fields::add));
    return fields;
  }
}
