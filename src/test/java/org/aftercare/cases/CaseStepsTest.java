package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.AwaitedMessages;
import org.aftercare.engine.Inbox;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactTypes;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.notifications.Wordings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.SendTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps that every flow's models share: telling, closing, cancelling, handing over. */
class CaseStepsTest {

  private final CasesDatabase database =
      new CasesDatabase(new MovableClock(Instant.parse("2026-11-22T10:00:00Z")));
  private final Cases cases = database.cases;
  private final List<Notice> told = new ArrayList<>();
  private final Map<String, Object> variables = new HashMap<>();
  private final DelegateExecution execution = mock(DelegateExecution.class);
  private final NotifyDelegate notify =
      new NotifyDelegate(
          new CaseNotices(
              new CaseFlows(cases, List.of(new Flow()), List.of(new Partners())),
              cases,
              new Outbox(),
              new Words()),
          new FactTypes(
              List.of(
                  () ->
                      Map.of(
                          "decision", FactType.CODE,
                          "expectedOn", FactType.DATE,
                          "startsAt", FactType.INSTANT))));
  private String caseNumber;

  @BeforeEach
  void openCase() {
    caseNumber = database.openWarrantyCase("C-1001").caseNumber();
    when(execution.getProcessBusinessKey()).thenReturn(caseNumber);
    when(execution.getActivityInstanceId()).thenReturn("Tell:1");
    when(execution.getVariables()).thenReturn(variables);
    when(execution.getVariable(org.mockito.ArgumentMatchers.anyString()))
        .thenAnswer(call -> variables.get(call.<String>getArgument(0)));
  }

  @Test
  void tellsTheCustomerWithTheFlowsFacts() {
    step(Map.of("to", "customer", "template", "warranty.covered"));

    notify.execute(execution);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).to()).isEqualTo(new Recipient.ToCustomer("C-1001"));
    assertThat(told.get(0).template()).isEqualTo("warranty.covered");
    assertThat(told.get(0).facts())
        .containsEntry("product", "Refrigerator")
        .containsEntry("caseNumber", caseNumber);
    assertThat(told.get(0).urgent()).isFalse();
    assertThat(events()).containsExactly("case.opened", "warranty.covered");
  }

  @Test
  void aWordingMayNameDeclaredVariablesOfTheProcessAndNothingElse() {
    variables.putAll(
        Map.of(
            "decision", "OUT_OF_PERIOD",
            "expectedOn", "2026-12-01",
            "startsAt", "2026-12-01T08:00:00Z",
            "free", "some text",
            "looksLikeACode", "ASTRID",
            "failedRepairs", 2,
            "home", true));
    step(Map.of("to", "customer", "template", "warranty.rejected", "fact.reason", "decision"));

    notify.execute(execution);

    assertThat(told.get(0).facts())
        .containsEntry("decision", "OUT_OF_PERIOD")
        .containsEntry("reason", "OUT_OF_PERIOD")
        .containsEntry("expectedOn", "2026-12-01")
        .containsEntry("startsAt", "2026-12-01T08:00:00Z")
        .doesNotContainKeys("free", "looksLikeACode", "failedRepairs", "home");
  }

  @Test
  void theSameStepTakenAgainIsAnotherNotice() {
    step(Map.of("to", "customer", "template", "warranty.missed-visit"));
    notify.execute(execution);
    when(execution.getActivityInstanceId()).thenReturn("Tell:2");
    notify.execute(execution);

    assertThat(told).extracting(Notice::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aTeamIsToldAndTheCustomersTimelineSaysNothing() {
    step(Map.of("to", "team:product-managers", "template", "warranty.covered"));

    notify.execute(execution);

    assertThat(told.get(0).to()).isEqualTo(new Recipient.ToTeam("product-managers"));
    assertThat(events()).containsExactly("case.opened");
  }

  @ParameterizedTest
  @CsvSource({"supplier, nordkyl", "shipper, carrier"})
  void aPartnerGetsItsFieldsOnly(String to, String partner) {
    variables.put("decision", "COVERED");
    step(Map.of("to", to, "template", "supplier.part-order"));

    notify.execute(execution);

    assertThat(told.get(0).to()).isEqualTo(new Recipient.ToPartner(partner));
    assertThat(told.get(0).facts()).isEqualTo(Map.of("partNumber", "P-1"));
    assertThat(events()).containsExactly("case.opened");
  }

  @Test
  void whatCannotWaitIsUrgent() {
    step(Map.of("to", "customer", "template", "warranty.recall", "urgent", "true"));

    notify.execute(execution);

    assertThat(told.get(0).urgent()).isTrue();
  }

  @Test
  void anEventWithoutWordsIsNotKept() {
    step(Map.of("to", "customer", "template", "warranty.unheard-of"));

    notify.execute(execution);

    assertThat(told).hasSize(1);
    assertThat(events()).containsExactly("case.opened");
  }

  @ParameterizedTest
  @CsvSource({"nobody, warranty.covered", "'', warranty.covered", "customer, ''"})
  void aModelThatSaysNotWhoOrWhatFails(String to, String template) {
    step(Map.of("to", to, "template", template));

    assertThatThrownBy(() -> notify.execute(execution)).isInstanceOf(RuntimeException.class);
    assertThat(told).isEmpty();
  }

  @Test
  void closesWithTheOutcome() {
    variables.put("outcome", "REPAIRED");

    new CloseCaseDelegate(cases).execute(execution);

    assertThat(cases.find(caseNumber).orElseThrow())
        .extracting(ServiceCase::status, ServiceCase::outcome)
        .containsExactly(ServiceCase.Status.CLOSED, "REPAIRED");
  }

  @Test
  void doesNotCloseWithoutAnOutcome() {
    assertThatThrownBy(() -> new CloseCaseDelegate(cases).execute(execution))
        .isInstanceOf(IllegalStateException.class);
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
  }

  @Test
  void cancels() {
    new CancelCaseDelegate(cases).execute(execution);

    assertThat(status()).isEqualTo(ServiceCase.Status.CANCELLED);
  }

  @ParameterizedTest
  @CsvSource({"HANDED_BACK, OPEN", "CLOSED_BY_PERSON, WITH_PERSON"})
  void aPersonTakesTheCaseAndGivesItBackOrKeepsIt(String handOver, ServiceCase.Status after) {
    Inbox inbox = mock(Inbox.class);
    when(execution.getProcessInstanceId()).thenReturn("hand-over-1");
    HandOver hand = new HandOver(cases, inbox, mock(AwaitedMessages.class));

    new BeginHandOverDelegate(hand).execute(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.WITH_PERSON);

    variables.put("handOver", handOver);
    new EndHandOverDelegate(hand).execute(execution);
    assertThat(status()).isEqualTo(after);
    verify(inbox, times(after == ServiceCase.Status.WITH_PERSON ? 1 : 0))
        .accept(argThat(message -> message.name().equals("ClosedByPerson")));
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 1"})
  void aCaseThatHasClosedMeanwhileIsEndedOnlyIfItsProcessStillCanBe(boolean awaits, int messages) {
    Inbox inbox = mock(Inbox.class);
    AwaitedMessages awaited = mock(AwaitedMessages.class);
    when(awaited.of(caseNumber)).thenReturn(awaits ? Set.of("ClosedByPerson") : Set.of());
    cases.close(caseNumber, "ACTIVE");

    new HandOver(cases, inbox, awaited).close(caseNumber, "hand-over-1");

    verify(inbox, times(messages)).accept(any());
  }

  private ServiceCase.Status status() {
    return cases.find(caseNumber).orElseThrow().status();
  }

  private List<String> events() {
    return cases.timeline(caseNumber).stream().map(Cases.TimelineEntry::event).toList();
  }

  /** The execution stands at a task with these extension properties. */
  private void step(Map<String, String> settings) {
    SendTaskBuilder task = Bpmn.createExecutableProcess("p").startEvent().sendTask("Tell");
    BpmnModelInstance model = task.endEvent().done();
    SendTask element = model.getModelElementById("Tell");
    CamundaProperties properties = model.newInstance(CamundaProperties.class);
    settings.forEach(
        (name, text) -> {
          CamundaProperty property = model.newInstance(CamundaProperty.class);
          property.setCamundaName(name);
          property.setCamundaValue(text);
          properties.addChildElement(property);
        });
    element.builder().addExtensionElement(properties);
    when(execution.getBpmnModelElementInstance()).thenReturn(element);
  }

  private static final class Flow implements CaseFlow {
    @Override
    public String flow() {
      return "warranty-claim";
    }

    @Override
    public Map<String, String> facts(String caseNumber) {
      return Map.of("product", "Refrigerator");
    }

    @Override
    public boolean mayCancel(String caseNumber) {
      return true;
    }
  }

  private static final class Partners implements CasePartners {
    @Override
    public String flow() {
      return "warranty-claim";
    }

    @Override
    public String partner(String caseNumber, Role role, String template) {
      return role == Role.SUPPLIER ? "nordkyl" : "carrier";
    }

    @Override
    public Map<String, String> fields(String caseNumber, String template) {
      return Map.of("partNumber", "P-1");
    }
  }

  private final class Outbox implements Notifications {
    @Override
    public void tell(Notice notice) {
      told.add(notice);
    }

    @Override
    public List<TellLog> about(String caseNumber) {
      return List.of();
    }
  }

  private static final class Words implements Wordings {
    @Override
    public boolean has(String key) {
      return !key.contains("unheard-of");
    }

    @Override
    public String text(String key, Map<String, String> facts, Locale language, String country) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String value(FactType type, String value, Locale language, String country) {
      throw new UnsupportedOperationException();
    }
  }
}
