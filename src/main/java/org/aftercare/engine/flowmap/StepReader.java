package org.aftercare.engine.flowmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.NoticeFacts;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.flowmap.CodeData.BeanData;
import org.aftercare.engine.flowmap.CodeData.Use;
import org.aftercare.engine.flowmap.FlowMap.Part;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Reads who takes part in a step, and which data it reads and writes. */
final class StepReader {

  /** Attributes that the engine evaluates. */
  private static final List<String> EVALUATED =
      List.of(
          "delegateExpression",
          "expression",
          "dueDate",
          "followUpDate",
          "priority",
          "assignee",
          "candidateGroups",
          "candidateUsers",
          "calledElement",
          "businessKey",
          "sourceExpression",
          "jobPriority",
          "collection");

  private static final Set<String> GROUPS =
      Stream.of(StaffGroup.values()).map(StaffGroup::id).collect(Collectors.toSet());

  private static final String NOTIFY = "notify";
  private static final String CUSTOMER = "Customer";
  private static final String TEAM = "team:";

  /**
   * What a step does with data.
   *
   * @param weighs variables that it gives to the decision that follows
   * @param facts what a message tells that the step writes
   * @param contact contact data of the customer that are added as it leaves
   * @param setBy who sets the variables, if it is a person or a system
   */
  record Found(
      Set<String> reads,
      Set<String> sets,
      Set<String> weighs,
      List<Use> uses,
      Set<String> facts,
      Set<String> contact,
      String wording,
      boolean note,
      List<Part> parts,
      String from,
      String owner) {}

  private final CodeData code;
  private final FlowModels models;
  private final Map<String, MessageSenders.Sent> messages;
  private final NoticeFacts notices;
  private final String module;

  /**
   * @param messages by their names
   * @param module whose flow is read; empty if it is none of the program's own
   */
  StepReader(
      CodeData code,
      FlowModels models,
      Map<String, MessageSenders.Sent> messages,
      NoticeFacts notices,
      String module) {
    this.code = code;
    this.models = models;
    this.messages = messages;
    this.notices = notices;
    this.module = module;
  }

  /**
   * @param first whether the process is the flow's first, which code starts
   */
  Found read(FlowModels.Process process, FlowNode node, boolean first) {
    return new Reading(process, node, first).found();
  }

  /** One node. */
  private final class Reading {

    private final FlowModels.Process process;
    private final FlowNode node;
    private final Set<String> reads = new TreeSet<>();
    private final Set<String> sets = new TreeSet<>();
    private final Set<String> weighs = new TreeSet<>();
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> facts = new TreeSet<>();
    private final Set<String> contact = new LinkedHashSet<>();
    private final Set<Part> parts = new LinkedHashSet<>();
    private String wording;
    private boolean note;
    private String from;
    private String owner;

    Reading(FlowModels.Process process, FlowNode node, boolean first) {
      this.process = process;
      this.node = node;
      expressions(node.getDomElement(), true);
      for (SequenceFlow way : process.order().ways(node)) {
        expressions(way.getDomElement(), false);
      }
      if (node instanceof UserTask task) {
        asked(task);
      } else if (node instanceof BusinessRuleTask task) {
        decided(task);
      } else if (node instanceof CallActivity call) {
        called(call);
      }
      message().map(messages::get).ifPresent(this::awaited);
      if (first && node instanceof StartEvent && from == null) {
        sets.addAll(code.starts().getOrDefault(module, List.of()));
      }
      reads.removeIf(name -> code.beans().containsKey(name));
    }

    Found found() {
      return new Found(
          reads,
          sets,
          weighs,
          uses,
          facts,
          contact,
          wording,
          note,
          List.copyOf(parts),
          from,
          owner);
    }

    /** Every text of an element that the engine evaluates, but for the nodes within it. */
    private void expressions(DomElement element, boolean top) {
      for (String attribute : attributes(element)) {
        read(attribute);
      }
      List<DomElement> children = element.getChildElements();
      if (children.isEmpty()) {
        read(element.getTextContent());
      }
      for (DomElement child : children) {
        boolean nested =
            top
                && BpmnModelConstants.BPMN20_NS.equals(child.getNamespaceURI())
                && child.getAttribute("id") != null
                && !child.getLocalName().endsWith("Definition")
                && !child.getLocalName().equals("multiInstanceLoopCharacteristics");
        if (!nested) {
          expressions(child, top);
        }
      }
    }

    private void read(String text) {
      if (text != null && text.contains("{")) {
        Expressions.read(text, this::name, sets::add, this::call);
      }
    }

    private void name(String name) {
      BeanData bean = code.beans().get(name);
      if (bean == null) {
        reads.add(name);
      } else if (name.equals(NOTIFY)) {
        told();
      } else {
        done(bean);
      }
    }

    private void call(String bean, String method) {
      BeanData called = code.beans().get(bean + "." + method);
      if (called != null) {
        done(called);
      }
    }

    private void done(BeanData bean) {
      reads.addAll(bean.reads());
      sets.addAll(bean.sets());
      weighs.addAll(bean.weighs());
      for (Use use : usesOf(bean)) {
        uses.add(use);
        CodeData.Source source = code.sources().get(use.source());
        if (!source.system().equals(DataSource.OWN)) {
          part(Part.Kind.SYSTEM, source.system(), use.writes() ? "is changed" : "is asked");
        }
      }
    }

    private List<Use> usesOf(BeanData bean) {
      List<Use> same = bean.uses().get(BeanData.EVERY_FLOW);
      List<Use> own = bean.uses().get(module);
      if (same != null || own != null) {
        return same == null ? own : same;
      }
      return bean.uses().values().stream().flatMap(List::stream).distinct().toList();
    }

    private void part(Part.Kind kind, String name, String does) {
      parts.add(new Part(kind, name, does));
    }

    private void told() {
      Map<String, String> settings = settings();
      String to = settings.getOrDefault("to", "");
      wording = settings.get("template");
      switch (to) {
        case "customer" -> part(Part.Kind.CUSTOMER, CUSTOMER, "is told");
        case "supplier", "shipper" -> part(Part.Kind.PARTNER, PlainWords.title(to), "is told");
        default -> {
          if (to.startsWith(TEAM)) {
            part(Part.Kind.DEPARTMENT, Departments.name(to.substring(TEAM.length())), "is told");
          }
        }
      }
      if (wording != null) {
        NoticeFacts.Told told = notices.of(wording, reader(to));
        facts.addAll(told.named());
        contact.addAll(told.lookedUp());
      }
      settings.forEach(
          (name, value) -> {
            if (name.startsWith("fact.")) {
              reads.add(value);
            }
          });
    }

    private static NoticeFacts.Reader reader(String to) {
      return switch (to) {
        case "customer" -> NoticeFacts.Reader.CUSTOMER;
        case "supplier", "shipper" -> NoticeFacts.Reader.PARTNER;
        default -> NoticeFacts.Reader.STAFF;
      };
    }

    private Map<String, String> settings() {
      Map<String, String> found = new HashMap<>();
      if (node.getExtensionElements() != null) {
        node
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .filter(property -> property.getCamundaName() != null)
            .filter(property -> property.getCamundaValue() != null)
            .forEach(property -> found.put(property.getCamundaName(), property.getCamundaValue()));
      }
      return found;
    }

    private void asked(UserTask task) {
      String groups = task.getCamundaCandidateGroups();
      if (groups != null) {
        List<String> names =
            Stream.of(groups.split(",")).map(String::strip).flatMap(this::departments).toList();
        names.forEach(name -> part(Part.Kind.DEPARTMENT, name, "does"));
        from = String.join(" or ", names);
        owner = from;
      }
      if (task.getCamundaFormRef() != null) {
        FormFields form = models.form(task.getCamundaFormRef());
        sets.addAll(form.asked());
        reads.addAll(form.shown());
        note = form.note();
      }
    }

    /** A group, or those of the groups that a variable can hold. */
    private Stream<String> departments(String group) {
      if (!group.contains("{")) {
        return Stream.of(Departments.name(group));
      }
      Set<String> held = new LinkedHashSet<>();
      Expressions.names(group).forEach(name -> held.addAll(process.values(name)));
      held.retainAll(GROUPS);
      return held.isEmpty() ? Stream.of(group) : held.stream().map(Departments::name);
    }

    private void decided(BusinessRuleTask task) {
      if (task.getCamundaDecisionRef() != null) {
        reads.addAll(Tables.asks(models, task.getCamundaDecisionRef()).keySet());
        from = "Decision table " + task.getCamundaDecisionRef();
      }
      if (task.getCamundaResultVariable() != null) {
        sets.add(task.getCamundaResultVariable());
      }
    }

    private void called(CallActivity call) {
      if (call.getExtensionElements() == null) {
        return;
      }
      call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
          .map(CamundaIn::getCamundaSource)
          .filter(source -> source != null)
          .forEach(reads::add);
      call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
          .map(CamundaOut::getCamundaTarget)
          .filter(target -> target != null)
          .forEach(sets::add);
      from = call.getCalledElement() == null ? null : "Process " + call.getCalledElement();
    }

    private Optional<String> message() {
      Message message = null;
      if (node instanceof ReceiveTask task) {
        message = task.getMessage();
      } else if (node instanceof CatchEvent event) {
        message =
            event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
      }
      return Optional.ofNullable(message).map(Message::getName);
    }

    private void awaited(MessageSenders.Sent sent) {
      sets.addAll(sent.variables());
      if (sent.system() != null) {
        part(Part.Kind.SYSTEM, sent.system(), "reports");
        from = sent.system();
        owner =
            code.sources().values().stream()
                .filter(source -> source.system().equals(sent.system()))
                .map(source -> Departments.name(source.owner()))
                .findFirst()
                .orElse(null);
      } else if (sent.group() != null) {
        from = sent.group().displayName();
        owner = from;
        part(Part.Kind.DEPARTMENT, from, "says");
      } else {
        from = CUSTOMER;
        owner = StaffGroup.FRONT_OFFICE.displayName();
        part(Part.Kind.CUSTOMER, CUSTOMER, "says");
      }
    }
  }

  /** Every text of an element and of all within it. */
  static List<String> texts(DomElement element) {
    List<String> found = new ArrayList<>(attributes(element));
    List<DomElement> children = element.getChildElements();
    if (children.isEmpty()) {
      found.add(element.getTextContent());
    }
    children.forEach(child -> found.addAll(texts(child)));
    return found;
  }

  private static List<String> attributes(DomElement element) {
    return EVALUATED.stream()
        .flatMap(
            name ->
                Stream.of(
                    Optional.ofNullable(element.getAttribute(BpmnModelConstants.CAMUNDA_NS, name)),
                    Optional.ofNullable(element.getAttribute(name))))
        .flatMap(Optional::stream)
        .toList();
  }
}
