package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the contract, broken in one place of models that keep it otherwise. */
class ModelContractTest {

  private static final String PROCESS = "order.bpmn";
  private static final String CALLED = "pack.bpmn";
  private static final String DECISION = "choose-approver.dmn";
  private static final String FORM = "approve.form";

  @Test
  void modelsThatKeepTheContractHaveNoFindings() {
    assertThat(new OrderModels().check()).isEmpty();
  }

  @Test
  void aWrongSettingIsAnsweredWithTheNearestKnownOnes() {
    assertThat(
            new OrderModels()
                .with(CALLED, "value=\"order.packed\"", "value=\"order.paked\"")
                .check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.problem()).isEqualTo("Its template order.paked is not known.");
              assertThat(finding.remedy())
                  .isEqualTo("Choose another, such as order.packed, order.refused.");
            });
  }

  @Test
  void historyWithoutAnEndIsToldOnce() {
    OrderModels models =
        new OrderModels()
            .with(CALLED, " camunda:historyTimeToLive=\"P30D\"", "")
            .with(DECISION, " camunda:historyTimeToLive=\"P30D\"", "");

    assertThat(
            new ModelContract()
                .checkChange(models.files(), OrderModels.VOCABULARY, DeployedModels.NONE))
        .extracting(Finding::file, Finding::nature)
        .containsExactlyInAnyOrder(
            tuple(CALLED, Finding.Nature.ENGINE), tuple(DECISION, Finding.Nature.ENGINE));
  }

  @Test
  void aRemoteCallMayLeaveItsRetriesToTheEngine() {
    assertThat(
            new OrderModels()
                .with(
                    PROCESS,
                    "<camunda:failedJobRetryTimeCycle>PT5S,PT30S,PT2M</camunda:failedJobRetryTimeCycle>",
                    "")
                .check())
        .isEmpty();
  }

  /** A table of the hit policy UNIQUE loses the attribute, a form gets Modeler's schema version. */
  @Test
  void whatModelerWritesByItselfIsNoBreach() {
    assertThat(
            new OrderModels()
                .with(DECISION, " hitPolicy=\"FIRST\"", "")
                .with(FORM, "\"schemaVersion\": 16", "\"schemaVersion\": 19")
                .check())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("breaches")
  void findsExactlyTheBreach(
      String rule, String element, String what, UnaryOperator<OrderModels> breach) {
    OrderModels models = breach.apply(new OrderModels());
    List<Finding> findings = models.checkPart();

    assertThat(findings)
        .as(() -> String.join("\n", findings.stream().map(Finding::describe).toList()))
        .hasSize(1);
    assertTellsAll(findings.get(0), rule, element, models);
  }

  private static void assertTellsAll(
      Finding finding, String rule, String element, OrderModels models) {
    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.elementId()).isEqualTo(element);
    assertThat(models.text(finding.file())).as(finding.file()).contains(element);
    assertThat(finding.problem()).isNotBlank();
    assertThat(finding.reason()).isNotBlank();
    assertThat(finding.remedy()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsBrokenSomewhere(String rule) {
    assertThat(
            Stream.of(breaches(), whatCodeOffers(), whatNobodyShows(), changes())
                .flatMap(breaches -> breaches)
                .map(breach -> breach.get()[0]))
        .as("Add a small edit of the order's models that breaks " + rule)
        .contains(rule);
  }

  static Stream<String> rules() {
    return Stream.of(ModelContract.ruleIds(), ModelContract.referrerRuleIds())
        .flatMap(List::stream)
        .distinct();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("whatCodeOffers")
  void findsWhatNoModelUses(String rule, String element, ModelVocabulary vocabulary) {
    assertThat(new OrderModels().check(vocabulary))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.elementId()).isEqualTo(element);
            });
    assertThat(
            new ModelContract()
                .checkPart(new OrderModels().files(), vocabulary, DeployedModels.NONE))
        .as("nobody knows of a part who uses what")
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("whatNobodyShows")
  void findsAFormThatNoTaskShows(String rule, String element, UnaryOperator<OrderModels> breach) {
    OrderModels models = breach.apply(new OrderModels());

    assertThat(models.check())
        .singleElement()
        .satisfies(finding -> assertTellsAll(finding, rule, element, models));
    assertThat(models.checkPart()).as("nobody knows of a part who uses what").isEmpty();
  }

  static Stream<Arguments> whatNobodyShows() {
    UnaryOperator<OrderModels> another =
        models -> models.add("refuse.form", models.text(FORM).replace("\"approve\"", "\"refuse\""));
    return Stream.of(arguments("unused-form", "refuse", another));
  }

  /** What is no fault of the changed file, but of a deployed process that refers to it. */
  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("changes")
  void findsExactlyWhatAChangeBreaks(
      String rule, String element, String file, UnaryOperator<OrderModels> breach) {
    Map<String, ModelFile> deployed = byId(new OrderModels());
    OrderModels models = breach.apply(new OrderModels());

    List<Finding> findings =
        new ModelContract()
            .checkChange(
                models.files().stream().filter(model -> model.path().equals(file)).toList(),
                OrderModels.VOCABULARY,
                deployed(deployed));

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> assertTellsAll(finding, rule, element, models));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        alone(
            "decision-input",
            "DecideApprover",
            DECISION,
            m -> m.with(DECISION, "<text>amount</text>", "<text>price</text>")),
        alone(
            "form-answer",
            "ApprovalNotNeeded",
            DECISION,
            m -> m.with(DECISION, "\"NONE\"", "\"contracts\"")));
  }

  private static Arguments alone(
      String rule, String element, String file, UnaryOperator<OrderModels> breach) {
    return arguments(rule, element, file, breach);
  }

  @Test
  void findsAnErrorThatNobodyCatches() {
    OrderModels models =
        new OrderModels()
            .with(
                CALLED,
                "<bpmn:incoming>ToPacked</bpmn:incoming>",
                "<bpmn:incoming>ToPacked</bpmn:incoming><bpmn:errorEventDefinition id=\"Broken\" errorRef=\"BrokenError\" />")
            .with(
                CALLED,
                "  </bpmn:process>",
                "  </bpmn:process><bpmn:error id=\"BrokenError\" name=\"Broken\" errorCode=\"BROKEN\" />");

    assertThat(models.check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("error-code");
              assertThat(finding.elementId()).isEqualTo("OrderPacked");
            });
  }

  @Test
  void aPartMayReferToDeployedModels() {
    OrderModels all = new OrderModels();
    OrderModels part = new OrderModels().without(CALLED).without(DECISION).without(FORM);

    assertThat(
            new ModelContract()
                .checkPart(part.files(), OrderModels.VOCABULARY, deployed(byId(all))))
        .isEmpty();
    assertThat(part.checkPart())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("called-process", "decision-reference", "form-reference");
  }

  private static Map<String, ModelFile> byId(OrderModels models) {
    return models.files().stream().collect(Collectors.toMap(ModelFile::stem, file -> file));
  }

  private static DeployedModels deployed(Map<String, ModelFile> files) {
    return new DeployedModels() {
      @Override
      public Optional<ModelFile> find(ModelFile.Kind kind, String id) {
        return Optional.ofNullable(files.get(id)).filter(file -> file.kind() == kind);
      }

      @Override
      public List<ModelFile> processesNaming(Set<String> ids) {
        return files.values().stream()
            .filter(file -> file.kind() == ModelFile.Kind.PROCESS && file.quotes(ids))
            .toList();
      }
    };
  }

  @Test
  void aFindingNamesPlaceRuleReasonAndRemedy() {
    Finding finding =
        new OrderModels()
            .with(PROCESS, "name=\"Reserve the item\"", "name=\"Reserve\"")
            .check()
            .get(0);

    assertThat(finding.describe())
        .isEqualTo(
            "order.bpmn: ReserveItem \"Reserve\": The label is not a verb and an object."
                + " [house rule task-label: A verb and an object tell whoever gets the task what to do.]"
                + " Remedy: Word it like \"Reserve the part\", with a capital first.");
  }

  static Stream<Arguments> whatCodeOffers() {
    ModelVocabulary offered = OrderModels.VOCABULARY;
    Map<String, Class<?>> moreBeans = new HashMap<>(offered.beans());
    moreBeans.put("forgotten", OrderModels.Tell.class);
    return Stream.of(
        arguments(
            "unused-delegate",
            "forgotten",
            new ModelVocabulary(
                moreBeans,
                offered.messages(),
                offered.errors(),
                offered.groups(),
                offered.settings())),
        arguments(
            "unused-message",
            "ParcelLost",
            new ModelVocabulary(
                offered.beans(),
                Set.of("PaymentArrived", "ParcelLost"),
                offered.errors(),
                offered.groups(),
                offered.settings())),
        arguments(
            "error-code",
            "TOO_HEAVY",
            new ModelVocabulary(
                offered.beans(),
                offered.messages(),
                Set.of("OUT_OF_STOCK", "TOO_HEAVY"),
                offered.groups(),
                offered.settings())));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(files(), labels(), routing(), code(), calls(), people(), tables(), pictures())
        .flatMap(breaches -> breaches);
  }

  private static Stream<Arguments> files() {
    return Stream.of(
        breach("readable", "", "no XML", m -> m.add("bad.bpmn", "order")),
        breach("readable", "", "not of the schema", m -> m.add("bad.bpmn", "<order/>")),
        breach("readable", "", "no JSON", m -> m.add("bad.form", "{")),
        breach("readable", "", "another kind of file", m -> m.add("order.groovy", "exit()")),
        breach(
            "readable",
            "",
            "a document type that reads a file",
            m ->
                m.add(
                    "bad.bpmn",
                    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>")),
        breach("file-name", "order", "of a process", m -> m.rename(PROCESS, "sale.bpmn")),
        breach("file-name", "approver", "of a decision", m -> m.rename(DECISION, "approver.dmn")),
        breach("file-name", "approve", "of a form", m -> m.rename(FORM, "approval.form")),
        breach(
            "file-name",
            "",
            "a form without an id",
            m ->
                m.add(
                    "refuse.form",
                    m.text(FORM).replace("\"id\": \"approve\"", "\"name\": \"refuse\""))),
        breach(
            "file-name",
            "",
            "nothing in it can run",
            m -> m.add("idle.bpmn", m.text(CALLED).replace("true\"", "false\""))),
        breach(
            "meaningful-id",
            "Activity_0q3yz8k",
            "a generated task",
            m -> replaceAll(m, CALLED, "TellWarehouse", "Activity_0q3yz8k")),
        breach(
            "meaningful-id",
            "Flow_1",
            "a generated way",
            m -> replaceAll(m, PROCESS, "ApprovalNotNeeded", "Flow_1")),
        change(
            "history-time-to-live",
            "pack",
            "of a process",
            CALLED,
            " camunda:historyTimeToLive=\"P30D\"",
            ""),
        change(
            "history-time-to-live",
            "choose-approver",
            "of a decision",
            DECISION,
            " camunda:historyTimeToLive=\"P30D\"",
            ""));
  }

  private static Stream<Arguments> labels() {
    return Stream.of(
        change("label", "OrderPacked", "of an event", CALLED, " name=\"Order packed\"", ""),
        change("label", "PaymentGateway", "of a gateway", PROCESS, " name=\"Paid in time?\"", ""),
        change(
            "task-label",
            "ReserveItem",
            "a single word",
            PROCESS,
            "name=\"Reserve the item\"",
            "name=\"Reservation\""),
        change(
            "task-label",
            "ReserveItem",
            "a small letter",
            PROCESS,
            "name=\"Reserve the item\"",
            "name=\"reserve the item\""),
        change(
            "gateway-question",
            "ApproverGateway",
            "a statement",
            PROCESS,
            "name=\"Approval needed?\"",
            "name=\"Check approval\""),
        change("named-way", "ApprovalNotNeeded", "a way", PROCESS, " name=\"no\"", ""),
        change("named-way", "ApprovalNeeded", "the default way", PROCESS, " name=\"yes\"", ""));
  }

  private static Stream<Arguments> routing() {
    String condition = "${approver == 'NONE' and !(approved and amount &gt;= 100)}";
    return Stream.of(
        change(
            "default-way",
            "ApproverGateway",
            "no default",
            PROCESS,
            " default=\"ApprovalNeeded\"",
            ""),
        change(
            "default-way",
            "ApprovalNotNeeded",
            "a way without a condition",
            PROCESS,
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                + condition
                + "</bpmn:conditionExpression>",
            ""),
        change(
            "variable",
            "ApprovalNotNeeded",
            "a mistyped variable",
            PROCESS,
            condition,
            "${aprover == 'NONE'}"),
        change(
            "variable",
            "ApprovalNotNeeded",
            "a mistyped value",
            PROCESS,
            condition,
            "${approver == 'NOBODY'}"),
        change(
            "variable",
            "ApprovalNotNeeded",
            "a number as text",
            PROCESS,
            condition,
            "${amount == '100'}"),
        change(
            "variable",
            "OrderPaid",
            "a result that is not declared",
            PROCESS,
            "('outcome','PAID')",
            "('outcome','SETTLED')"),
        change(
            "variable",
            "order",
            "an unknown type",
            PROCESS,
            "name=\"variable.parcels\" value=\"Integer\"",
            "name=\"variable.parcels\" value=\"Parcel\""),
        change("timer", "PeriodOver", "no duration", PROCESS, "P14D", "14 days"),
        change(
            "message-name",
            "AwaitPayment",
            "a name that code does not send",
            PROCESS,
            "name=\"PaymentArrived\"",
            "name=\"PaymentDone\""));
  }

  private static Stream<Arguments> code() {
    String condition = "${approver == 'NONE' and !(approved and amount &gt;= 100)}";
    return Stream.of(
        change(
            "expression",
            "ApprovalNotNeeded",
            "a computed condition",
            PROCESS,
            condition,
            "${amount * 2 &gt; 100}"),
        change(
            "expression",
            "ApprovalNotNeeded",
            "a call through an object",
            PROCESS,
            condition,
            "${approver.getClass().getName() == 'x'}"),
        change(
            "expression",
            "ApprovalNotNeeded",
            "a choice in an expression",
            PROCESS,
            condition,
            "${approved ? true : false}"),
        change(
            "expression",
            "OrderPaid",
            "another call on the execution",
            PROCESS,
            "${execution.setVariable('outcome','PAID')}",
            "${execution.removeVariable('outcome')}"),
        change(
            "expression",
            "PackOrder",
            "a label that the engine evaluates",
            PROCESS,
            "name=\"Pack the order\"",
            "name=\"Pack the ${order}\""),
        change(
            "expression",
            "ApproveOrder",
            "a method that the bean lacks",
            PROCESS,
            "${dates.in(execution, 2)}",
            "${dates.in(execution)}"),
        change("delegate", "TellWarehouse", "no such bean", CALLED, "${tell}", "${shout}"),
        change(
            "delegate", "TellWarehouse", "a bean of another type", CALLED, "${tell}", "${audit}"),
        change(
            "delegate",
            "TellWarehouse",
            "no delegate at all",
            CALLED,
            " camunda:delegateExpression=\"${tell}\"",
            ""),
        change(
            "step-setting",
            "TellWarehouse",
            "words that nobody has written",
            CALLED,
            "value=\"order.packed\"",
            "value=\"order.paked\""),
        change(
            "step-setting",
            "TellWarehouse",
            "no words",
            CALLED,
            "<camunda:property name=\"template\" value=\"order.packed\" />",
            ""),
        change(
            "listener",
            "ReserveItem",
            "a bean of another type",
            PROCESS,
            "delegateExpression=\"${audit}\"",
            "delegateExpression=\"${tell}\""),
        change(
            "listener",
            "ApproveOrder",
            "a bean of another type on a task",
            PROCESS,
            "delegateExpression=\"${remind}\"",
            "delegateExpression=\"${audit}\""),
        change(
            "no-code",
            "TellWarehouse",
            "a class",
            CALLED,
            "camunda:delegateExpression=\"${tell}\"",
            "camunda:delegateExpression=\"${tell}\" camunda:class=\"java.lang.Object\""),
        change(
            "no-code",
            "TellWarehouse",
            "work for an unknown worker",
            CALLED,
            "camunda:delegateExpression=\"${tell}\"",
            "camunda:delegateExpression=\"${tell}\" camunda:topic=\"packing\""),
        breach(
            "no-code",
            "TellWarehouse",
            "a script task",
            m ->
                m.with(CALLED, "<bpmn:serviceTask", "<bpmn:scriptTask")
                    .with(CALLED, "</bpmn:serviceTask", "</bpmn:scriptTask")
                    .with(CALLED, " camunda:delegateExpression=\"${tell}\"", "")),
        change(
            "no-code",
            "ApprovalNotNeeded",
            "a condition in a script language",
            PROCESS,
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">",
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">"),
        change(
            "no-code",
            "PackOrder",
            "a script that maps a variable",
            PROCESS,
            "<camunda:in source=\"amount\" target=\"amount\" />",
            "<camunda:in source=\"amount\" target=\"amount\" /><camunda:inputOutput><camunda:inputParameter name=\"amount\"><camunda:script>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
        change(
            "savepoint",
            "ReserveItem",
            "no savepoint before a remote call",
            PROCESS,
            " camunda:asyncBefore=\"true\"",
            ""),
        change(
            "savepoint",
            "ReserveItem",
            "a retry cycle that is no time",
            PROCESS,
            "<camunda:failedJobRetryTimeCycle>PT5S,PT30S,PT2M</camunda:failedJobRetryTimeCycle>",
            "<camunda:failedJobRetryTimeCycle>soon</camunda:failedJobRetryTimeCycle>"),
        change(
            "needless-savepoint",
            "TellWarehouse",
            "before a local step",
            CALLED,
            "camunda:delegateExpression",
            "camunda:asyncBefore=\"true\" camunda:delegateExpression"),
        change(
            "needless-savepoint",
            "PackOrder",
            "after a step",
            PROCESS,
            "calledElement",
            "camunda:asyncAfter=\"true\" calledElement"));
  }

  private static Stream<Arguments> calls() {
    return Stream.of(
        breach("called-process", "PackOrder", "is missing", m -> m.without(CALLED)),
        change(
            "called-process",
            "PackOrder",
            "in a fixed version",
            PROCESS,
            "calledElement=\"pack\"",
            "calledElement=\"pack\" camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"1\""),
        change(
            "business-key",
            "PackOrder",
            "is not handed on",
            PROCESS,
            "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
            ""),
        change(
            "call-mapping",
            "PackOrder",
            "all variables",
            PROCESS,
            "<camunda:in source=\"amount\" target=\"amount\" />",
            "<camunda:in variables=\"all\" />"),
        change(
            "call-mapping",
            "PackOrder",
            "the called process does not know the variable",
            PROCESS,
            "<camunda:out source=\"parcels\"",
            "<camunda:out source=\"boxes\""),
        change(
            "error-code",
            "OutOfStock",
            "nobody throws it",
            PROCESS,
            "errorCode=\"OUT_OF_STOCK\"",
            "errorCode=\"SOLD_OUT\""));
  }

  private static Stream<Arguments> people() {
    return Stream.of(
        change("user-task", "ApproveOrder", "no priority", PROCESS, " camunda:priority=\"50\"", ""),
        change(
            "user-task",
            "ApproveOrder",
            "one person's",
            PROCESS,
            "camunda:priority=\"50\"",
            "camunda:priority=\"50\" camunda:assignee=\"klara\""),
        change(
            "candidate-group",
            "ApproveOrder",
            "no such group",
            PROCESS,
            "camunda:candidateGroups=\"${approver}\"",
            "camunda:candidateGroups=\"approvers\""),
        breach(
            "candidate-group",
            "ApproveOrder",
            "a decision gives no group",
            m ->
                m.with(DECISION, "\"claims\"", "\"boss\"")
                    .with(PROCESS, "String: NONE, claims, contracts", "String: NONE, boss")),
        change(
            "form-reference",
            "ApproveOrder",
            "no such form",
            PROCESS,
            "camunda:formRef=\"approve\"",
            "camunda:formRef=\"agree\""),
        change(
            "form-reference",
            "ApproveOrder",
            "not the latest",
            PROCESS,
            "camunda:formRefBinding=\"latest\"",
            "camunda:formRefBinding=\"deployment\""),
        change(
            "form-variable",
            "ApproveOrder",
            "a choice that is not declared",
            FORM,
            "\"value\": \"NO\"",
            "\"value\": \"NEVER\""),
        change(
            "form-variable",
            "ApproveOrder",
            "a variable that is not declared",
            PROCESS,
            "<camunda:property name=\"variable.approval\" value=\"String: YES, NO\" />",
            ""),
        change(
            "form-component",
            "Heading",
            "what breaks Tasklist's form",
            FORM,
            "\"type\": \"text\", \"id\": \"Heading\"",
            "\"type\": \"filepicker\", \"id\": \"Heading\""),
        breach(
            "form-free-text",
            "Field_note",
            "free text in a variable",
            m ->
                m.with(FORM, "\"key\": \"note\"", "\"key\": \"remark\"")
                    .with(
                        PROCESS,
                        "<camunda:property name=\"variable.amount\"",
                        "<camunda:property name=\"variable.remark\" value=\"String\" /><camunda:property name=\"variable.amount\"")),
        change(
            "form-free-text",
            "Field_note",
            "no limit",
            FORM,
            "\"maxLength\": 2000",
            "\"minLength\": 1"),
        change(
            "form-free-text",
            "Field_amount",
            "text without a pattern",
            FORM,
            "{ \"type\": \"text\",",
            "{ \"type\": \"textfield\", \"id\": \"Field_amount\", \"key\": \"amount\", \"label\": \"Amount\", \"description\": \"In kronor.\" }, { \"type\": \"text\","),
        change(
            "form-result",
            "approve",
            "nothing must be chosen",
            FORM,
            "\"required\": true",
            "\"required\": false"),
        change(
            "form-result",
            "Field_approval",
            "no help",
            FORM,
            "\"description\": \"The customer is told at once.\",",
            ""));
  }

  private static Stream<Arguments> tables() {
    return Stream.of(
        breach(
            "decision-reference", "DecideApprover", "no such decision", m -> m.without(DECISION)),
        change(
            "decision-reference",
            "DecideApprover",
            "more than one value",
            PROCESS,
            "singleEntry",
            "resultList"),
        change(
            "decision-reference",
            "DecideApprover",
            "a value that the process does not know",
            PROCESS,
            "String: NONE, claims, contracts",
            "String: NONE, contracts"),
        change("decision-table", "AmountInput", "no label", DECISION, " label=\"Amount\"", ""),
        change(
            "decision-table",
            "SmallAmount",
            "no source",
            DECISION,
            "<rule id=\"SmallAmount\">\n        <description>Default, valid from 2026-01-01.</description>",
            "<rule id=\"SmallAmount\">"),
        change(
            "decision-table",
            "AmountExpression",
            "another language",
            DECISION,
            "<inputExpression id=\"AmountExpression\"",
            "<inputExpression id=\"AmountExpression\" expressionLanguage=\"javascript\""),
        change(
            "decision-diagram",
            "choose-approver",
            "is not drawn",
            DECISION,
            "dmnElementRef=\"choose-approver\"",
            "dmnElementRef=\"nothing\""));
  }

  private static Stream<Arguments> pictures() {
    return Stream.of(
        breach(
            "diagram-complete",
            "TellWarehouse",
            "no shape",
            m ->
                m.with(
                    CALLED,
                    "<bpmndi:BPMNShape id=\"TellWarehouse_di\" bpmnElement=\"TellWarehouse\">\n        <dc:Bounds x=\"240\" y=\"80\" width=\"100\" height=\"80\" />\n      </bpmndi:BPMNShape>",
                    "")),
        breach(
            "diagram-complete",
            "ToTell",
            "no edge",
            m -> m.with(CALLED, "bpmnElement=\"ToTell\"", "")),
        change(
            "diagram-inside",
            "OrderPaid",
            "outside of its pool",
            PROCESS,
            "<dc:Bounds x=\"1322\" y=\"162\" width=\"36\" height=\"36\" />",
            "<dc:Bounds x=\"1422\" y=\"162\" width=\"36\" height=\"36\" />"),
        change(
            "diagram-overlap",
            "PeriodOver",
            "one node over another",
            PROCESS,
            "<dc:Bounds x=\"1322\" y=\"282\" width=\"36\" height=\"36\" />",
            "<dc:Bounds x=\"1222\" y=\"282\" width=\"36\" height=\"36\" />"),
        change(
            "diagram-overlap",
            "OrderReceived",
            "a label over a node",
            PROCESS,
            "<dc:Bounds x=\"140\" y=\"205\" width=\"76\" height=\"14\" />",
            "<dc:Bounds x=\"200\" y=\"205\" width=\"76\" height=\"14\" />"));
  }

  private static OrderModels replaceAll(OrderModels models, String file, String from, String to) {
    return models.add(file, models.text(file).replace(from, to));
  }

  private static Arguments change(
      String rule, String element, String what, String file, String from, String to) {
    return breach(rule, element, what, m -> m.with(file, from, to));
  }

  private static Arguments breach(
      String rule, String element, String what, UnaryOperator<OrderModels> breach) {
    return arguments(rule, element, what, breach);
  }
}
