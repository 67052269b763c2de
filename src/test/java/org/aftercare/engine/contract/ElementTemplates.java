package org.aftercare.engine.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.engine.StaffGroup;

/**
 * The element templates that modelers find in Camunda Modeler, written from what the code offers
 * and the models do.
 */
final class ElementTemplates {

  private static final String OWN_ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
  private static final String TEAM = "team:";

  private final ModelPractice practice;
  private final ModelVocabulary vocabulary;
  private final Properties wordings;

  private ElementTemplates(
      ModelPractice practice, ModelVocabulary vocabulary, Properties wordings) {
    this.practice = practice;
    this.vocabulary = vocabulary;
    this.wordings = wordings;
  }

  static ElementTemplates of(ModelPractice practice) {
    return new ElementTemplates(practice, ProductVocabulary.read(), englishWordings());
  }

  /** The text of each file. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("call-a-system.json", text(List.of(callASystem())));
    files.put("do-a-step.json", text(List.of(doAStep())));
    files.put(
        "notify.json",
        text(
            List.of(
                notifyCustomer(),
                notifyPartner("supplier"),
                notifyPartner("shipper"),
                notifyTeam(),
                escalate())));
    files.put("decide.json", text(List.of(decide())));
    files.put("ask-a-person.json", text(List.of(askAPerson())));
    files.put("clock.json", text(List.of(pauseClock(), resumeClock())));
    files.put(
        "deadlines.json",
        text(
            practice.deadlines().stream()
                .flatMap(name -> Stream.of(startDeadline(name), endDeadline(name)))
                .toList()));
    files.put("shared-processes.json", text(practice.shared().stream().map(this::call).toList()));
    return files;
  }

  private TemplateText callASystem() {
    Map<String, String> delegates = delegates(practice.delegates(vocabulary::isRemote));
    return new TemplateText(
            "call-a-system",
            "Call a system",
            "Asks or tells another system, in a transaction of its own. If it fails it is tried again after 5 s, 30 s and 2 min; then operations get it. A retry cycle of its own can be set under Job execution.")
        .makes("bpmn:ServiceTask")
        .fixed("camunda:asyncBefore", true)
        .choice(
            "camunda:delegateExpression",
            "What is called",
            "Most calls need facts of their own flow: take those that a model of this flow already has, or whose facts it can give.",
            null,
            delegates);
  }

  private TemplateText doAStep() {
    return new TemplateText(
            "do-a-step",
            "Do a step of the product",
            "Does what the product can do by itself, without another system: weigh facts for a table, note something, close or cancel the case.")
        .makes("bpmn:ServiceTask")
        .choice(
            "camunda:delegateExpression",
            "What is done",
            "Most steps need facts of their own flow. " + neededSettings(),
            null,
            delegates(
                practice.delegates(
                    bean -> !vocabulary.needsSavepoint(bean) && !ModelPractice.tells(bean))));
  }

  private String neededSettings() {
    return practice.settings().entrySet().stream()
        .map(
            needed ->
                "%s needs the extension property %s, too."
                    .formatted(needed.getKey(), String.join(", ", needed.getValue())))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> delegates(SortedMap<String, String> labels) {
    Map<String, String> choices = new LinkedHashMap<>();
    labels.forEach(
        (bean, label) -> choices.put("${" + bean + "}", "%s (%s)".formatted(label, bean)));
    return choices;
  }

  private TemplateText notifyCustomer() {
    return told(
            "notify-customer",
            "Notify the customer",
            "Tells the customer something in their language and by the channel that they chose; the timeline of the case keeps it.")
        .fixedSetting("to", "customer")
        .settingChoice("template", "Words", wordsHelp(), null, words("customer"::equals))
        .settingChoice("urgent", "When", whenHelp(), "false", when());
  }

  private TemplateText notifyPartner(String partner) {
    return told(
            "notify-" + partner,
            "Notify the " + partner,
            "Tells the %s of the case something. It gets the fields that its wording lists, and nothing else."
                .formatted(partner))
        .fixedSetting("to", partner)
        .settingChoice(
            "template",
            "Words",
            "What it is about must be there: a part that is ordered, a recovery that is claimed, a delivery that is booked. Only flows that deal with a %s can tell one."
                .formatted(partner),
            null,
            words(partner::equals))
        .settingChoice("urgent", "When", whenHelp(), "false", when());
  }

  private TemplateText notifyTeam() {
    Map<String, String> teams = new LinkedHashMap<>();
    Stream.of(StaffGroup.values())
        .forEach(group -> teams.put(TEAM + group.id(), group.displayName()));
    return told(
            "notify-team",
            "Notify a team",
            "Tells a team of our own something. Nobody has to do anything for the case to go on; whoever must, is asked by a task.")
        .settingChoice("to", "Team", "Everybody in it is told.", null, teams)
        .settingChoice("template", "Words", wordsHelp(), null, words(to -> to.startsWith(TEAM)))
        .settingChoice("urgent", "When", whenHelp(), "false", when());
  }

  private TemplateText escalate() {
    return told(
            "escalate",
            "Escalate to the department heads",
            "Tells the department heads at once, also in quiet hours. Put it behind the timer of the deadline that is missed. Deadlines whose clock a model starts are escalated without a step.")
        .fixedSetting("to", TEAM + StaffGroup.DEPARTMENT_HEADS.id())
        .settingChoice("template", "Words", wordsHelp(), null, words(to -> to.startsWith(TEAM)))
        .fixedSetting("urgent", "true");
  }

  private static TemplateText told(String step, String name, String description) {
    return new TemplateText(step, name, description)
        .makes("bpmn:SendTask")
        .fixed("camunda:delegateExpression", "${notify}");
  }

  private static String wordsHelp() {
    return "Those that begin with case. fit every flow, the others the flow whose name they begin with.";
  }

  private static String whenHelp() {
    return "What is urgent goes out in quiet hours, too.";
  }

  private static Map<String, String> when() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("false", "In waking hours");
    choices.put("true", "At once: urgent");
    return choices;
  }

  private Map<String, String> words(Predicate<String> to) {
    Map<String, String> choices = new LinkedHashMap<>();
    practice
        .wordings(to)
        .forEach(
            template ->
                choices.put(
                    template,
                    "%s: %s".formatted(template, wordings.getProperty(template + ".subject"))));
    return choices;
  }

  private TemplateText decide() {
    return new TemplateText(
            "decide",
            "Decide by a table",
            "Asks a decision table, in its latest version, for one value, which a gateway after it can route on.")
        .makes("bpmn:BusinessRuleTask")
        .typed(
            "camunda:decisionRef",
            "Decision",
            "The id of a decision: a new one of your own, deployed with the model, or one of "
                + String.join(", ", practice.decisions())
                + ".",
            OWN_ID,
            "Must be the id of a decision: small letters, digits and hyphens.")
        .typed(
            "camunda:resultVariable",
            "Variable for the result",
            "Declare it as the extension property variable.<name> of the process, with every value that the table can give.",
            "^[a-z][A-Za-z0-9]*$",
            "Must be the name of a variable, for example approver.")
        .fixed("camunda:mapDecisionResult", "singleEntry");
  }

  private TemplateText askAPerson() {
    Map<String, String> groups = new LinkedHashMap<>();
    Stream.of(StaffGroup.values())
        .filter(StaffGroup::hasTasks)
        .forEach(group -> groups.put(group.id(), group.displayName()));
    Map<String, String> dates = new LinkedHashMap<>();
    practice.dueDates().forEach(due -> dates.put(due, describe(due)));
    Map<String, String> priorities = new LinkedHashMap<>();
    practice.priorities().forEach(priority -> priorities.put(priority, priority));
    return new TemplateText(
            "ask-a-person",
            "Ask a person",
            "Gives a team a task, which it finds in the Case tab and in Tasklist. The case waits until it is done.")
        .makes("bpmn:UserTask")
        .typed(
            "camunda:formRef",
            "Form",
            "The id of a form, shown in its latest version: a new one of your own, deployed with the model, or one of "
                + String.join(", ", practice.forms())
                + ". Declare what it asks for as extension properties variable.<key> of the process.",
            OWN_ID,
            "Must be the id of a form: small letters, digits and hyphens.")
        .fixed("camunda:formRefBinding", "latest")
        .choice(
            "camunda:candidateGroups",
            "Team",
            "Everybody in it sees the task and can take it.",
            null,
            groups)
        .choice(
            "camunda:dueDate",
            "Due",
            "In the opening time of the customer's country.",
            "${deadlines.businessDays(execution, 1)}",
            dates)
        .choice(
            "camunda:priority",
            "Priority",
            "The highest comes first in the list.",
            "50",
            priorities);
  }

  private static String describe(String due) {
    int number = Integer.parseInt(due.replaceAll("\\D", ""));
    if (due.contains("businessHours")) {
      return number == 1 ? "In 1 opening hour" : "In %d opening hours".formatted(number);
    }
    return number == 1
        ? "In 1 business day, at its end"
        : "In %d business days, at the end of the last".formatted(number);
  }

  private TemplateText pauseClock() {
    return new TemplateText(
            "pause-clock",
            "Wait for the customer: the clock stops",
            "The deadlines of the case stand still while the customer is waited for. Each event after the gateway must set the clock going again: apply \"The waiting is over\" to it.")
        .appliesTo("bpmn:EventBasedGateway")
        .listener("start", "${caseClock.pause(execution)}");
  }

  private TemplateText resumeClock() {
    return new TemplateText(
            "resume-clock",
            "The waiting is over: the clock goes on",
            "For a message or a timer after a gateway at which the clock stopped. Camunda's templates cannot choose the message; name it under Message as one of "
                + String.join(", ", vocabulary.messages().stream().sorted().toList())
                + ".")
        .appliesTo("bpmn:IntermediateCatchEvent")
        .listener("end", "${caseClock.resume(execution)}");
  }

  private TemplateText startDeadline(String name) {
    return new TemplateText(
            "start-deadline." + name,
            "Start the deadline: " + name,
            "The clock runs for as long as the configuration says for this flow under aftercare.deadlines.<flow>.%s; without that the case stops here. The teams that have tasks of the case are reminded before it ends; when it is missed, the department heads are told, too."
                .formatted(name))
        .appliesTo("bpmn:StartEvent")
        .listener("start", "${caseClock.start(execution,'%s')}".formatted(name));
  }

  private TemplateText endDeadline(String name) {
    return new TemplateText(
            "end-deadline." + name,
            "End the deadline: " + name,
            "What the deadline was for is done. If it never started, nothing happens.")
        .appliesTo("bpmn:EndEvent")
        .listener("start", "${caseClock.end(execution,'%s')}".formatted(name));
  }

  private TemplateText call(ProcessModel process) {
    ModelPractice.Handed handed = practice.handedTo(process.id());
    TemplateText template =
        new TemplateText(
                "call." + process.id(),
                "Shared process: " + process.executable().get(0).getName(),
                "Calls the process %s in its latest version and hands the case number over. Other models label the step \"%s\"."
                    .formatted(process.id(), practice.labelOfCall(process.id()).orElseThrow()))
            .makes("bpmn:CallActivity")
            .fixed("calledElement", process.id())
            .caseNumber();
    handed
        .in()
        .forEach(
            (target, source) ->
                template.in(
                    target,
                    source,
                    "The variable of this model that it comes from; it holds %s."
                        .formatted(held(process, target))));
    handed
        .out()
        .forEach(
            (source, target) ->
                template.out(
                    source,
                    target,
                    "The variable of this model that it goes into; it can be %s."
                        .formatted(held(process, source))));
    return template;
  }

  private static String held(ProcessModel process, String variable) {
    DeclaredVariable declared = process.variable(variable).orElseThrow();
    return declared.values().isEmpty()
        ? "a " + declared.type()
        : String.join(", ", declared.values().stream().sorted().toList());
  }

  private static String text(List<TemplateText> templates) {
    ObjectMapper json = new ObjectMapper();
    ArrayNode list = json.createArrayNode();
    templates.forEach(template -> list.add(template.json()));
    JsonNode content = templates.size() == 1 ? list.get(0) : list;
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return json.writer(printer).writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Properties englishWordings() {
    Properties all = new Properties();
    try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/messages"))) {
      for (Path bundle :
          bundles.filter(file -> !file.getFileName().toString().contains("_")).sorted().toList()) {
        try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
          all.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
