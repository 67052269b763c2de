package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.testing.ModelersTemplate;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;

/**
 * The element templates are what the code and the models say, Camunda Modeler takes them, and a
 * step made with one keeps the contract and looks like those of the product's models.
 */
class ElementTemplatesTest {

  private static final String WRITE = "element-templates.write";
  private static final ModelPractice PRACTICE = ModelPractice.read();
  private static final ModelVocabulary VOCABULARY = ProductVocabulary.read();

  /** What a modeler types; the rest is chosen. */
  private static final Map<String, String> TYPED =
      Map.of(
          "Form", "clarify-address", "Decision", "approver", "Variable for the result", "approver");

  /** Fields that offer only what some step of the product does, which is compared with it. */
  private static final Set<String> OF_THE_MODELS =
      Set.of("What is called", "What is done", "Words");

  private static final Map<String, String> TYPED_VARIABLES =
      Map.of(
          "variable.country",
          "String",
          "variable.address",
          "String: CORRECTED, CONFIRMED",
          "variable.approver",
          "String: NONE, claims, contracts, department-heads");

  @Test
  void areWhatTheCodeAndTheModelsSay() throws IOException {
    SortedMap<String, String> wanted = ElementTemplates.of(PRACTICE).files();
    if (Boolean.getBoolean(WRITE)) {
      write(wanted);
    }

    assertThat(found())
        .as(
            "Something that templates offer has changed. Write them anew and commit them: "
                + "mvn test -Dtest=ElementTemplatesTest -D%s=true",
            WRITE)
        .isEqualTo(wanted);
  }

  @Test
  void keepCamundasSchema() throws IOException {
    JsonSchema schema;
    try (var stream = getClass().getResourceAsStream("/element-templates/schema.json")) {
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(stream);
    }

    for (Map.Entry<String, String> file : found().entrySet()) {
      JsonNode content = new ObjectMapper().readTree(file.getValue());
      assertThat(schema.validate(content)).as(file.getKey()).isEmpty();
    }
    JsonNode broken = new ObjectMapper().readTree("{\"id\": \"a\", \"name\": \"b\"}");
    assertThat(schema.validate(broken)).as("what the schema refuses").isNotEmpty();
  }

  @Test
  void haveIdsOfTheirOwn() {
    Set<String> ids = new HashSet<>();

    assertThat(ModelersTemplate.all())
        .allSatisfy(
            template -> {
              assertThat(template.id()).startsWith("org.aftercare.");
              assertThat(ids.add(template.id())).as(template.id()).isTrue();
            });
  }

  @Test
  void everyChoiceKeepsTheContract() {
    for (ModelersTemplate template : ModelersTemplate.all()) {
      Map<String, String> first = new HashMap<>();
      for (JsonNode field : template.fields()) {
        String label = field.get("label").asText();
        if (field.get("type").asText().equals("Dropdown")) {
          first.put(label, field.at("/choices/0/value").asText());
        } else if (TYPED.containsKey(label)) {
          first.put(label, TYPED.get(label));
        }
      }
      assertKeepsTheContract(template, first, variables(template));
      for (JsonNode field : template.fields()) {
        if (OF_THE_MODELS.contains(field.get("label").asText())) {
          continue;
        }
        for (JsonNode choice : field.path("choices")) {
          Map<String, String> answers = new HashMap<>(first);
          answers.put(field.get("label").asText(), choice.get("value").asText());
          assertKeepsTheContract(template, answers, variables(template));
        }
      }
    }
  }

  @Test
  void makeEveryStepOfTheProductAsItIs() {
    Map<String, ModelersTemplate> templates =
        ModelersTemplate.all().stream()
            .collect(Collectors.toMap(ModelersTemplate::id, template -> template));
    Set<String> made = new TreeSet<>();
    for (ProcessModel process : PRACTICE.processes()) {
      for (Step step : steps(process)) {
        ModelersCase mine =
            ModelersCase.with(
                templates.get("org.aftercare." + step.template()), step.answers(), List.of());
        assertThat(looks(mine.element()))
            .as("%s %s", process.id(), step.element().getId())
            .isEqualTo(looks(step.element()));
        made.add(step.template());
      }
    }
    assertThat(made)
        .contains(
            "ask-a-person",
            "call-a-system",
            "call.hand-over",
            "call.survey",
            "decide",
            "do-a-step",
            "notify-customer",
            "notify-shipper",
            "notify-supplier",
            "notify-team");
  }

  /** A step of the product, and with what answers which template makes it. */
  private record Step(BaseElement element, String template, Map<String, String> answers) {}

  private static List<Step> steps(ProcessModel process) {
    List<Step> steps = new ArrayList<>();
    process.all(SendTask.class).forEach(task -> steps.add(told(task)));
    for (ServiceTask task : process.all(ServiceTask.class)) {
      String delegate = ProcessModel.delegateOf(task).orElseThrow();
      if (VOCABULARY.isRemote(delegate)) {
        steps.add(new Step(task, "call-a-system", Map.of("What is called", "${" + delegate + "}")));
      } else if (!VOCABULARY.needsSavepoint(delegate)) {
        steps.add(new Step(task, "do-a-step", Map.of("What is done", "${" + delegate + "}")));
      }
    }
    for (BusinessRuleTask task : process.all(BusinessRuleTask.class)) {
      steps.add(
          new Step(
              task,
              "decide",
              Map.of(
                  "Decision",
                  task.getCamundaDecisionRef(),
                  "Variable for the result",
                  task.getCamundaResultVariable())));
    }
    for (UserTask task : process.all(UserTask.class)) {
      boolean decided = ModelExpression.isExpression(task.getCamundaCandidateGroups());
      if (!decided && PRACTICE.dueDates().contains(task.getCamundaDueDate())) {
        steps.add(
            new Step(
                task,
                "ask-a-person",
                Map.of(
                    "Form",
                    task.getCamundaFormRef(),
                    "Team",
                    task.getCamundaCandidateGroups(),
                    "Due",
                    task.getCamundaDueDate(),
                    "Priority",
                    task.getCamundaPriority())));
      }
    }
    Set<String> shared =
        PRACTICE.shared().stream().map(ProcessModel::id).collect(Collectors.toSet());
    process.all(CallActivity.class).stream()
        .filter(call -> shared.contains(call.getCalledElement()))
        .filter(call -> asEveryCallerHandsOver(call))
        .forEach(call -> steps.add(new Step(call, "call." + call.getCalledElement(), Map.of())));
    return steps;
  }

  private static Step told(SendTask task) {
    Map<String, String> settings = ProcessModel.properties(task);
    String to = settings.get("to");
    Map<String, String> answers = new HashMap<>();
    answers.put("Words", settings.get("template"));
    answers.put("When", settings.getOrDefault("urgent", "false"));
    if (to.startsWith("team:")) {
      answers.put("Team", to);
      return new Step(task, "notify-team", answers);
    }
    return new Step(task, "notify-" + to, answers);
  }

  /** What one caller alone hands over besides stands under its other settings. */
  private static boolean asEveryCallerHandsOver(CallActivity call) {
    ModelPractice.Handed handed = PRACTICE.handedTo(call.getCalledElement());
    return looks(call).keySet().stream().filter(key -> key.startsWith("in ")).count()
            == handed.in().size()
        && looks(call).keySet().stream().filter(key -> key.startsWith("out ")).count()
            == handed.out().size();
  }

  /**
   * How an element is set, without its own retry cycle and listeners, the settings of a single
   * delegate, and the facts that a wording knows by another name.
   */
  private static Map<String, String> looks(BaseElement element) {
    Map<String, String> looks = new TreeMap<>();
    var attributes = element.getDomElement();
    for (String name :
        List.of(
            "asyncBefore",
            "delegateExpression",
            "decisionRef",
            "resultVariable",
            "mapDecisionResult",
            "formRef",
            "formRefBinding",
            "candidateGroups",
            "dueDate",
            "priority")) {
      if (attributes.hasAttribute(BpmnModelConstants.CAMUNDA_NS, name)) {
        looks.put(name, attributes.getAttribute(BpmnModelConstants.CAMUNDA_NS, name));
      }
    }
    if (element instanceof CallActivity call) {
      looks.put("calledElement", call.getCalledElement());
    }
    (element instanceof SendTask ? ProcessModel.properties(element) : Map.<String, String>of())
        .forEach(
            (name, value) -> {
              if (!name.startsWith("fact.") && !(name.equals("urgent") && value.equals("false"))) {
                looks.put(name, value);
              }
            });
    if (element.getExtensionElements() != null) {
      var query = element.getExtensionElements().getElementsQuery();
      query
          .filterByType(CamundaIn.class)
          .list()
          .forEach(
              in -> {
                if (in.getCamundaBusinessKey() != null) {
                  looks.put("businessKey", in.getCamundaBusinessKey());
                } else {
                  looks.put("in " + in.getCamundaTarget(), in.getCamundaSource());
                }
              });
      query
          .filterByType(CamundaOut.class)
          .list()
          .forEach(out -> looks.put("out " + out.getCamundaSource(), out.getCamundaTarget()));
    }
    return looks;
  }

  private static void assertKeepsTheContract(
      ModelersTemplate template,
      Map<String, String> answers,
      Collection<Map.Entry<String, String>> variables) {
    assertThat(
            ModelersCase.with(template, answers, variables).check(VOCABULARY, PRACTICE.deployed()))
        .extracting(Finding::describe)
        .as("%s with %s", template.id(), answers)
        .isEmpty();
  }

  /** What the process must declare so that the step's own rules are kept. */
  private static Collection<Map.Entry<String, String>> variables(ModelersTemplate template) {
    Map<String, String> variables = new TreeMap<>(TYPED_VARIABLES);
    PRACTICE.shared().stream()
        .filter(process -> template.id().equals("org.aftercare.call." + process.id()))
        .flatMap(process -> ModelPractice.declarations(process).stream())
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
    return variables.entrySet();
  }

  private static void write(SortedMap<String, String> files) throws IOException {
    Files.createDirectories(ModelersTemplate.FOLDER);
    for (String old : found().keySet()) {
      Files.delete(ModelersTemplate.FOLDER.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(ModelersTemplate.FOLDER.resolve(file.getKey()), file.getValue());
    }
  }

  private static SortedMap<String, String> found() throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(ModelersTemplate.FOLDER)) {
      for (Path file : files.toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }
}
