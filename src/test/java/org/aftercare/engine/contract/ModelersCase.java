package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aftercare.testing.ModelersTemplate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** A small model that keeps the contract once its one step says what it does. */
final class ModelersCase {

  private static final String FILE = "modelers-case.bpmn";

  private final BpmnModelInstance model;
  private final BaseElement element;

  private ModelersCase(BpmnModelInstance model, BaseElement element) {
    this.model = model;
    this.element = element;
  }

  /**
   * Applies a template to the model's element of its type.
   *
   * @param variables the extension properties with which the process declares its variables
   */
  static ModelersCase with(
      ModelersTemplate template,
      Map<String, String> answers,
      Collection<Map.Entry<String, String>> variables) {
    String id =
        switch (template.elementType()) {
          case "startEvent" -> "CaseOpened";
          case "endEvent" -> "Answered";
          case "eventBasedGateway" -> "AwaitAnswer";
          case "intermediateCatchEvent" -> "AnswerArrived";
          default -> "TakeStep";
        };
    boolean step = id.equals("TakeStep");
    BpmnModelInstance model = read(step ? template.elementType() : "sendTask", variables);
    if (!step) {
      ModelersTemplate.of("notify-customer")
          .applyTo(model.getModelElementById("TakeStep"), Map.of("Words", "case.survey"));
    }
    BaseElement element = model.getModelElementById(id);
    template.applyTo(element, answers);
    return new ModelersCase(model, element);
  }

  private static BpmnModelInstance read(
      String step, Collection<Map.Entry<String, String>> variables) {
    String declared =
        variables.stream()
            .map(
                variable ->
                    "<camunda:property name=\"%s\" value=\"%s\" />"
                        .formatted(variable.getKey(), variable.getValue()))
            .collect(Collectors.joining("\n        "));
    try (var stream = ModelersCase.class.getResourceAsStream("/contract/" + FILE)) {
      String text =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .replace("bpmn:STEP", "bpmn:" + step)
              .replace("VARIABLES", declared);
      return Bpmn.readModelFromStream(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BaseElement element() {
    return element;
  }

  List<Finding> check(ModelVocabulary vocabulary, DeployedModels deployed) {
    ModelFile file =
        new ModelFile(FILE, Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
    return new ModelContract().checkPart(List.of(file), vocabulary, deployed);
  }
}
