package org.aftercare.engine.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aftercare.engine.contract.ModelFile;
import org.aftercare.engine.contract.UnreadableModelException;
import org.aftercare.testing.HandOverCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person has done to a model, and how it is said. */
class ModelComparisonTest {

  private static final String MODEL = HandOverCopy.model();

  static Stream<Arguments> edits() {
    return Stream.of(
        edit("nothing", model -> model),
        edit(
            "the ids that an editor makes up, the order of attributes, line breaks",
            model ->
                drawnTask(model, "$1$2.0\" y=\"95\"")
                    .replace("id=\"TalkToCustomer_di\"", "id=\"Shape_1x\"")
                    .replace(
                        "name=\"Take the case back\" camunda:delegateExpression=\"${endHandOver}\"",
                        "camunda:delegateExpression=\"${endHandOver}\"\n  name=\"Take the case back\"")),
        edit(
            "a place on the drawing",
            model -> drawnTask(model, "$1$2\" y=\"115\""),
            "MOVED user task Talk to the customer []"),
        edit(
            "a name and a priority",
            model -> HandOverCopy.edited(),
            "CHANGED user task Call the customer [name: “Call the customer”, was “Talk to the customer”,"
                + " priority: “90”, was “80”]"),
        edit(
            "a listener",
            model ->
                model.replace(
                    "&#39;human-answer&#39;)}\" event=\"end\"",
                    "&#39;grading&#39;)}\" event=\"end\""),
            "CHANGED user task Talk to the customer [execution listener end: “expression"
                + " ${caseClock.end(execution,'grading')}”, was “expression"
                + " ${caseClock.end(execution,'human-answer')}”]"),
        edit(
            "a property that is gone",
            model ->
                model.replace(
                    "<camunda:property name=\"template\" value=\"case.human-wanted\" />", ""),
            "CHANGED send task Tell the front office [property template: no longer"
                + " “case.human-wanted”]"),
        edit(
            "what a step is",
            model ->
                model
                    .replace(
                        "<bpmn:serviceTask id=\"EndHandOver\"", "<bpmn:sendTask id=\"EndHandOver\"")
                    .replace(
                        "<bpmn:outgoing>EndHandOverToHandOverEnded</bpmn:outgoing>\n    </bpmn:serviceTask>",
                        "<bpmn:outgoing>EndHandOverToHandOverEnded</bpmn:outgoing>\n    </bpmn:sendTask>"),
            "CHANGED send task Take the case back [kind of step: “send task”, was “service task”]"),
        edit(
            "where a flow goes",
            model ->
                model.replace(
                    "sourceRef=\"TellFrontOffice\" targetRef=\"TalkToCustomer\"",
                    "sourceRef=\"TellFrontOffice\" targetRef=\"EndHandOver\""),
            "CHANGED sequence flow from “Tell the front office” to “Take the case back” [to: “Take the"
                + " case back”, was “Talk to the customer”]"),
        edit(
            "a lane",
            model -> model.replace("<bpmn:flowNodeRef>EndHandOver</bpmn:flowNodeRef>", ""),
            "CHANGED service task Take the case back [lane: no longer “Front office”]"),
        edit(
            "a variable of the process",
            model ->
                model.replace(
                    "value=\"String: HANDED_BACK, CLOSED_BY_PERSON\"", "value=\"String\""),
            "CHANGED process Hand-over to a person [property variable.handOver: “String”, was"
                + " “String: HANDED_BACK, CLOSED_BY_PERSON”]"),
        edit(
            "an event that becomes a message",
            model ->
                model
                    .replace(
                        "<bpmn:incoming>EndHandOverToHandOverEnded</bpmn:incoming>",
                        "<bpmn:incoming>EndHandOverToHandOverEnded</bpmn:incoming><bpmn:messageEventDefinition"
                            + " id=\"x\" messageRef=\"Ended\" />")
                    .replace(
                        "  <bpmndi:BPMNDiagram",
                        "  <bpmn:message id=\"Ended\" name=\"PartArrived\" />\n  <bpmndi:BPMNDiagram"),
            "CHANGED end event (message) Hand-over ended [kind of step: “end event (message)”, was “end"
                + " event”, message event definition: now “message ref PartArrived”]"));
  }

  /**
   * @param place the start of the task's bounds, with what was before x and x itself as groups
   */
  private static String drawnTask(String model, String place) {
    return model.replaceFirst(
        "(bpmnElement=\"TalkToCustomer\">\\s*<dc:Bounds x=\")(\\d+)\" y=\"95\"", place);
  }

  private static Arguments edit(String what, UnaryOperator<String> edit, String... expected) {
    return Arguments.of(what, edit.apply(MODEL), List.of(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void saysWhatSomebodyHasDone(String what, String edited, List<String> expected) {
    assertThat(compare(MODEL, edited).changes()).extracting(this::inShort).isEqualTo(expected);
  }

  @Test
  void saysWhatIsGoneAndNewFirst() {
    Comparison comparison = compare(MODEL, HandOverCopy.withAnotherStep());

    assertThat(comparison.changes())
        .extracting(change -> change.kind() + " " + change.elementId())
        .containsExactly(
            "REMOVED TalkToCustomer",
            "ADDED CallCustomer",
            "CHANGED TellFrontOfficeToTalkToCustomer",
            "CHANGED TalkToCustomerToEndHandOver");
    assertThat(comparison.count(ElementChange.Kind.REMOVED)).isEqualTo(1);
    assertThat(comparison.changes().get(2).details())
        .containsExactly(
            "to: “Talk to the customer (CallCustomer)”, was “Talk to the customer (TalkToCustomer)”");
  }

  @Test
  void showsOfALongTextThePlaceThatDiffers() {
    String options = "String: A, " + "B, ".repeat(200);
    String before = MODEL.replace("String: HANDED_BACK, CLOSED_BY_PERSON", options + "OLD");
    String after = MODEL.replace("String: HANDED_BACK, CLOSED_BY_PERSON", options + "NEW");

    assertThat(compare(before, after).changes().get(0).details().get(0))
        .contains("NEW”", "OLD”")
        .hasSizeLessThan(450);
  }

  @Test
  void aFileThatIsNoXmlIsSaidToBeSo() {
    assertThatExceptionOfType(UnreadableModelException.class)
        .isThrownBy(() -> elements("<bpmn:definitions"));
    assertThatExceptionOfType(UnreadableModelException.class)
        .isThrownBy(() -> elements("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"));
  }

  private String inShort(ElementChange change) {
    return change.kind() + " " + change.type() + " " + change.name() + " " + change.details();
  }

  private static Comparison compare(String before, String after) {
    try {
      return ModelComparison.of(elements(before).all(), elements(after).all());
    } catch (UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }

  private static ModelElements elements(String xml) throws UnreadableModelException {
    return ModelElements.of(new ModelFile("a.bpmn", xml.getBytes(StandardCharsets.UTF_8)));
  }
}
