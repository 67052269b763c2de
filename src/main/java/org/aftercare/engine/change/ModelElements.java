package org.aftercare.engine.change;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.aftercare.engine.contract.ModelFile;
import org.aftercare.engine.contract.UnreadableModelException;
import org.aftercare.engine.contract.XmlTree;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Reads what is said of each element of a BPMN file, whoever wrote the file and however. */
final class ModelElements {

  /** What holds elements that people see. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "process",
          "subProcess",
          "transaction",
          "adHocSubProcess",
          "collaboration",
          "laneSet",
          "childLaneSet");

  /** What stands in such a container and is part of it. */
  private static final Set<String> PARTS =
      Set.of(
          "laneSet",
          "childLaneSet",
          "extensionElements",
          "documentation",
          "incoming",
          "outgoing",
          "flowNodeRef",
          "ioSpecification",
          "multiInstanceLoopCharacteristics",
          "standardLoopCharacteristics");

  /** Said in other words, or of nobody's concern. */
  private static final Set<String> SKIPPED_ATTRIBUTES =
      Set.of("id", "name", "sourceRef", "targetRef", "default", "processRef");

  private static final Set<String> SKIPPED_PARTS = Set.of("incoming", "outgoing", "flowNodeRef");

  /** By what a part is told from others of its kind. */
  private static final List<String> NAMES = List.of("name", "event");

  /** Namespaces of what says nothing of the process: declarations, and how XML is to be read. */
  private static final Set<String> EDITORS =
      Set.of("http://www.w3.org/2000/xmlns/", "http://www.w3.org/2001/XMLSchema-instance");

  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

  private final Map<String, Element> byId = new HashMap<>();
  private final Map<String, ModelElement.Fact> lanes = new HashMap<>();
  private final Map<String, String> drawings = new HashMap<>();
  private final Map<String, ModelElement> elements = new LinkedHashMap<>();
  private String processId;

  private ModelElements(XmlTree xml) {
    xml.forEach(this::index);
    xml.forEach(
        element -> {
          if (isElement(element)) {
            ModelElement read = read(element);
            elements.putIfAbsent(read.id(), read);
          }
        });
  }

  /**
   * @throws UnreadableModelException if the file is no XML, or none that anybody should read
   */
  static ModelElements of(ModelFile file) throws UnreadableModelException {
    return new ModelElements(XmlTree.parse(file));
  }

  /** The elements by their ids, in the order of the file. */
  Map<String, ModelElement> all() {
    return elements;
  }

  /** The id of the process: of the first that can be run, or else of the first. */
  Optional<String> processId() {
    return Optional.ofNullable(processId);
  }

  private void index(Element element) {
    if (element.hasAttribute("id")) {
      byId.putIfAbsent(element.getAttribute("id"), element);
    }
    String local = element.getLocalName();
    if (local.equals("process")
        && element.hasAttribute("id")
        && (processId == null
            || element.getAttribute("isExecutable").equals("true")
                && !byId.get(processId).getAttribute("isExecutable").equals("true"))) {
      processId = element.getAttribute("id");
    }
    if (local.equals("flowNodeRef") && element.getParentNode() instanceof Element lane) {
      lanes.put(
          element.getTextContent().strip(),
          new ModelElement.Fact(label(lane), lane.getAttribute("id")));
    }
    if (DI.equals(element.getNamespaceURI()) && element.hasAttribute("bpmnElement")) {
      drawings.put(element.getAttribute("bpmnElement"), drawing(element));
    }
  }

  private static boolean isElement(Element element) {
    return element.hasAttribute("id")
        && !DI.equals(element.getNamespaceURI())
        && !PARTS.contains(element.getLocalName())
        && (element.getLocalName().equals("process")
            || element.getParentNode() instanceof Element parent
                && CONTAINERS.contains(parent.getLocalName()));
  }

  private ModelElement read(Element element) {
    String id = element.getAttribute("id");
    Facts facts = new Facts();
    facts.put("kind of step", type(element));
    facts.put("name", element.getAttribute("name"));
    facts.put("lane", lanes.get(id));
    if (element.getParentNode() instanceof Element parent
        && parent.getLocalName().endsWith("ubProcess")) {
      facts.put("inside", new ModelElement.Fact(label(parent), parent.getAttribute("id")));
    }
    facts.put("from", reference(element.getAttribute("sourceRef")));
    facts.put("to", reference(element.getAttribute("targetRef")));
    facts.put("default way", reference(element.getAttribute("default")));
    for (Attr attribute : XmlTree.attributes(element)) {
      if (!SKIPPED_ATTRIBUTES.contains(attribute.getLocalName())
          && !EDITORS.contains(String.valueOf(attribute.getNamespaceURI()))) {
        facts.put(words(attribute.getLocalName()), said(attribute));
      }
    }
    for (Element part : XmlTree.children(element)) {
      if (!isElement(part) && !SKIPPED_PARTS.contains(part.getLocalName())) {
        readPart(part, facts);
      }
    }
    return new ModelElement(
        id, type(element), name(element), facts.all(), drawings.getOrDefault(id, ""));
  }

  /** Each part of an extension is a fact of its own: people change one property, not all. */
  private void readPart(Element part, Facts facts) {
    switch (part.getLocalName()) {
      case "laneSet", "childLaneSet" -> {
        return;
      }
      case "extensionElements", "properties", "inputOutput" ->
          XmlTree.children(part).forEach(inner -> readPart(inner, facts));
      default -> {
        String about =
            NAMES.stream()
                .map(part::getAttribute)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
        String said = said(part, true);
        facts.put(
            (words(part.getLocalName()) + " " + about).strip(), said.isEmpty() ? "there" : said);
      }
    }
  }

  /**
   * The part with all that is in it, without the ids that editors make up.
   *
   * @param named whether its name has been said already
   */
  private String said(Element part, boolean named) {
    StringJoiner said = new StringJoiner(", ");
    for (Attr attribute : XmlTree.attributes(part)) {
      String local = attribute.getLocalName();
      boolean skipped =
          local.equals("id")
              || EDITORS.contains(String.valueOf(attribute.getNamespaceURI()))
              || named && NAMES.contains(local);
      if (!skipped) {
        said.add(local.equals("value") ? said(attribute) : words(local) + " " + said(attribute));
      }
    }
    for (Element inner : XmlTree.children(part)) {
      said.add((words(inner.getLocalName()) + " " + said(inner, false)).strip());
    }
    if (XmlTree.children(part).isEmpty()) {
      String text = part.getTextContent().strip().replaceAll("\\s+", " ");
      if (!text.isEmpty()) {
        said.add(text);
      }
    }
    return said.toString();
  }

  /** A message, error or signal is told by what it is called, not by its id. */
  private String said(Attr attribute) {
    Element target =
        attribute.getLocalName().endsWith("Ref") ? byId.get(attribute.getValue()) : null;
    if (target == null) {
      return attribute.getValue();
    }
    String code = target.getAttribute("errorCode");
    return code.isEmpty() ? label(target) : label(target) + " (" + code + ")";
  }

  private String name(Element element) {
    if (element.getLocalName().equals("sequenceFlow") && element.getAttribute("name").isBlank()) {
      return "from “%s” to “%s”"
          .formatted(
              Optional.ofNullable(labelOf(element.getAttribute("sourceRef"))).orElse("?"),
              Optional.ofNullable(labelOf(element.getAttribute("targetRef"))).orElse("?"));
    }
    return label(element);
  }

  private ModelElement.Fact reference(String id) {
    return id.isEmpty() ? null : new ModelElement.Fact(labelOf(id), id);
  }

  private String labelOf(String id) {
    if (id.isEmpty()) {
      return null;
    }
    Element element = byId.get(id);
    if (element == null) {
      return id;
    }
    return element.getLocalName().equals("sequenceFlow") ? name(element) : label(element);
  }

  private static String label(Element element) {
    String name = element.getAttribute("name").strip().replaceAll("\\s+", " ");
    return name.isEmpty() ? element.getAttribute("id") : name;
  }

  /** Such as {@code user task} or {@code intermediate catch event (timer)}. */
  private static String type(Element element) {
    StringBuilder type = new StringBuilder(words(element.getLocalName()));
    for (Element part : XmlTree.children(element)) {
      if (part.getLocalName().endsWith("EventDefinition")) {
        type.append(" (")
            .append(words(part.getLocalName().replace("EventDefinition", "")))
            .append(")");
      }
    }
    return type.toString();
  }

  private static String drawing(Element shape) {
    StringJoiner drawing = new StringJoiner(" ");
    for (Attr attribute : XmlTree.attributes(shape)) {
      if (!attribute.getLocalName().equals("id")
          && !EDITORS.contains(String.valueOf(attribute.getNamespaceURI()))) {
        drawing.add(attribute.getLocalName() + "=" + number(attribute.getValue()));
      }
    }
    XmlTree.children(shape).forEach(inner -> drawing.add(drawing(inner)));
    return drawing.toString();
  }

  /** Some editors write 100, others 100.0. */
  private static String number(String text) {
    return text.replaceAll("\\.0+$", "");
  }

  private static String words(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** Facts by what they are about; a second one about the same gets a number. */
  private static final class Facts {

    private final Map<String, ModelElement.Fact> facts = new LinkedHashMap<>();

    void put(String about, String said) {
      if (said != null && !said.isBlank()) {
        put(about, ModelElement.Fact.of(said));
      }
    }

    void put(String about, ModelElement.Fact fact) {
      if (fact == null) {
        return;
      }
      String free = about;
      for (int number = 2; facts.containsKey(free); number++) {
        free = about + " " + number;
      }
      facts.put(free, fact);
    }

    Map<String, ModelElement.Fact> all() {
      return facts;
    }
  }
}
