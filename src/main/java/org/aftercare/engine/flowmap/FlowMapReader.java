package org.aftercare.engine.flowmap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.NoticeFacts;
import org.aftercare.engine.flowmap.CodeData.BeanData;
import org.aftercare.engine.flowmap.CodeData.Source;
import org.aftercare.engine.flowmap.CodeData.Use;
import org.aftercare.engine.flowmap.FlowMap.Chart;
import org.aftercare.engine.flowmap.FlowMap.Data;
import org.aftercare.engine.flowmap.FlowMap.Datum;
import org.aftercare.engine.flowmap.FlowMap.Field;
import org.aftercare.engine.flowmap.FlowMap.Part;
import org.aftercare.engine.flowmap.FlowMap.Party;
import org.aftercare.engine.flowmap.FlowMap.Step;
import org.aftercare.engine.flowmap.FlowMap.Table;
import org.aftercare.engine.flowmap.FlowMap.Variable;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;

/** Puts the map of one flow together. */
final class FlowMapReader {

  private static final String VARIABLES = "Variables";
  private static final String WEIGHED = "For the decision that follows";
  private static final String TOLD = "Facts of the message";
  private static final String CUSTOMERS = "Customers";

  /** A datum, by where it is and what it belongs to. */
  private record Key(String source, String item) {}

  /** What a variable is, gathered from all charts. */
  private static final class Known {

    private final Set<String> holds = new TreeSet<>();
    private final Set<String> from = new LinkedHashSet<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private final Deeds readBy = new Deeds();
    private final Deeds setBy = new Deeds();
    private boolean stays;
    private boolean weighed;
  }

  private static final class Used {

    private final Set<String> fields = new LinkedHashSet<>();
    private final Deeds readBy = new Deeds();
    private final Deeds writtenBy = new Deeds();
  }

  private final CodeData code;
  private final FlowModels models;
  private final Map<String, MessageSenders.Sent> messages;
  private final NoticeFacts notices;
  private final UnaryOperator<String> settings;

  private final Map<Part.Kind, Map<String, Deeds>> parties = new HashMap<>();
  private final Map<String, Deeds> tables = new LinkedHashMap<>();
  private final Map<Key, Used> data = new LinkedHashMap<>();
  private final Map<String, Known> variables = new TreeMap<>();

  /**
   * @param messages by their names
   * @param settings puts settings into what names them as {@code ${…}}
   */
  FlowMapReader(
      CodeData code,
      FlowModels models,
      Map<String, MessageSenders.Sent> messages,
      NoticeFacts notices,
      UnaryOperator<String> settings) {
    this.code = code;
    this.models = models;
    this.messages = messages;
    this.notices = notices;
    this.settings = settings;
  }

  FlowMap read(String flow) {
    List<String> missing = new ArrayList<>();
    List<FlowModels.Process> processes = models.tree(flow, missing);
    String module = module(processes);
    String owner = owner(module);
    StepReader steps = new StepReader(code, models, messages, notices, module);
    List<Chart> charts = new ArrayList<>();
    for (FlowModels.Process process : processes) {
      charts.add(chart(process, steps, process == processes.get(0), owner));
    }
    return new FlowMap(
        flow,
        charts.get(0).name(),
        owner,
        charts,
        parties(Part.Kind.CUSTOMER, Part.Kind.DEPARTMENT, Part.Kind.PARTNER),
        parties(Part.Kind.SYSTEM),
        tables(),
        data(),
        variables(owner),
        missing.stream().map("The process %s is called, but not deployed."::formatted).toList());
  }

  /** The package of the program whose steps only this flow takes; empty if there is none. */
  private String module(List<FlowModels.Process> processes) {
    Set<String> flows = Set.copyOf(code.flows());
    return processes.stream()
        .flatMap(process -> beans(process).stream())
        .map(BeanData::module)
        .filter(flows::contains)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private List<BeanData> beans(FlowModels.Process process) {
    Set<String> named = new TreeSet<>();
    for (FlowNode node : process.order().nodes()) {
      StepReader.texts(node.getDomElement())
          .forEach(
              text ->
                  Expressions.read(
                      text,
                      named::add,
                      variable -> {},
                      (bean, method) -> named.add(bean + "." + method)));
    }
    return named.stream().map(code.beans()::get).filter(bean -> bean != null).toList();
  }

  /** The department that answers for what the flow's own package keeps. */
  private String owner(String module) {
    return code.sources().values().stream()
        .filter(source -> source.module().equals(module))
        .map(Source::owner)
        .map(Departments::name)
        .findFirst()
        .orElse("");
  }

  private Chart chart(FlowModels.Process process, StepReader reader, boolean first, String owner) {
    String name = EngineFlowMaps.name(process.definition());
    Map<String, String> lanes = lanes(process);
    process.variables().forEach((variable, values) -> known(variable).holds.addAll(values));
    List<Step> steps = new ArrayList<>();
    for (FlowNode node : process.order().nodes()) {
      StepReader.Found found = reader.read(process, node, first);
      String label = label(node);
      for (Part part : found.parts()) {
        parties
            .computeIfAbsent(part.kind(), key -> new TreeMap<>())
            .computeIfAbsent(part.name(), key -> new Deeds())
            .add(part.does(), name, label);
      }
      if (node instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null) {
        tables
            .computeIfAbsent(task.getCamundaDecisionRef(), key -> new Deeds())
            .add("is asked", name, label);
        asked(process, task.getCamundaDecisionRef());
      }
      note(found, name, label, owner);
      steps.add(
          new Step(
              node.getId(),
              label,
              StepKinds.of(node),
              lane(node, lanes),
              found.parts(),
              node instanceof CallActivity call ? call.getCalledElement() : null,
              reads(found, owner),
              writes(found, owner)));
    }
    return new Chart(
        process.definition().getKey(),
        name,
        process.definition().getVersion(),
        process.deployedAt(),
        process.definition().getHistoryTimeToLive(),
        steps);
  }

  private static String label(FlowNode node) {
    return node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName();
  }

  private static Map<String, String> lanes(FlowModels.Process process) {
    Map<String, String> lanes = new HashMap<>();
    for (Lane lane : process.model().getModelElementsByType(Lane.class)) {
      String name = lane.getName() == null ? "" : lane.getName();
      lane.getDomElement().getChildElements().stream()
          .filter(child -> child.getLocalName().equals("flowNodeRef"))
          .forEach(child -> lanes.put(child.getTextContent().strip(), name));
    }
    return lanes;
  }

  private static String lane(FlowNode node, Map<String, String> lanes) {
    String lane = lanes.get(node.getId());
    if (lane != null) {
      return lane;
    }
    return node.getParentElement() instanceof FlowNode parent ? lane(parent, lanes) : "";
  }

  /** What only a table asks for, the process need not declare: the table says what it is. */
  private void asked(FlowModels.Process process, String decision) {
    Tables.asks(models, decision)
        .forEach(
            (name, type) -> {
              if (process.values(name).isEmpty()) {
                known(name)
                    .holds
                    .add(type.isEmpty() ? "What the table takes" : PlainWords.title(type));
              }
            });
  }

  private Known known(String variable) {
    return variables.computeIfAbsent(variable, key -> new Known());
  }

  private void note(StepReader.Found found, String chart, String step, String owner) {
    found.reads().forEach(name -> known(name).readBy.add("", chart, step));
    Stream.concat(found.sets().stream(), found.weighs().stream())
        .forEach(
            name -> {
              Known known = known(name);
              known.setBy.add("", chart, step);
              known.from.add(found.from() == null ? "Step “%s”".formatted(step) : found.from());
              known.owners.add(found.owner() == null ? owner : found.owner());
            });
    found.sets().forEach(name -> known(name).stays = true);
    found.weighs().forEach(name -> known(name).weighed = true);
    for (Use use : found.uses()) {
      Used used = data.computeIfAbsent(new Key(use.source(), use.item()), key -> new Used());
      used.fields.addAll(use.fields());
      (use.writes() ? used.writtenBy : used.readBy).add("", chart, step);
    }
  }

  private List<Data> reads(StepReader.Found found, String owner) {
    List<Data> reads = new ArrayList<>();
    add(reads, VARIABLES, found.reads(), owner);
    found.uses().stream().filter(use -> !use.writes()).map(this::data).forEach(reads::add);
    add(reads, TOLD, found.facts(), owner);
    if (!found.contact().isEmpty() && code.sources().containsKey(CUSTOMERS)) {
      reads.add(
          new Data(
              "Customer, as the message leaves",
              code.sources().get(CUSTOMERS).name(),
              Departments.name(code.sources().get(CUSTOMERS).owner()),
              found.contact().stream().map(name -> new Field(PlainWords.of(name), true)).toList()));
    }
    return reads;
  }

  private List<Data> writes(StepReader.Found found, String owner) {
    List<Data> writes = new ArrayList<>();
    add(writes, VARIABLES, found.sets(), owner);
    add(writes, WEIGHED, found.weighs(), owner);
    found.uses().stream().filter(Use::writes).map(this::data).forEach(writes::add);
    if (found.wording() != null) {
      writes.add(
          new Data(
              "Message " + found.wording(),
              name("Notifications"),
              owner,
              Stream.concat(found.facts().stream(), found.contact().stream())
                  .map(name -> new Field(PlainWords.of(name), found.contact().contains(name)))
                  .toList()));
    }
    if (found.note()) {
      writes.add(new Data("Note", name("Cases"), owner, List.of(new Field("free text", true))));
    }
    return writes;
  }

  private String name(String source) {
    return code.sources().containsKey(source) ? code.sources().get(source).name() : source;
  }

  private static void add(List<Data> to, String item, Collection<String> names, String owner) {
    if (!names.isEmpty()) {
      to.add(
          new Data(item, "", owner, names.stream().map(name -> new Field(name, false)).toList()));
    }
  }

  private Data data(Use use) {
    Source source = code.sources().get(use.source());
    return new Data(
        PlainWords.title(use.item()),
        source.name(),
        Departments.name(source.owner()),
        fields(source, use.item(), use.fields()));
  }

  private static List<Field> fields(Source source, String item, Collection<String> names) {
    List<String> personal = source.personal().getOrDefault(item, List.of());
    return names.stream()
        .map(name -> new Field(PlainWords.of(name), personal.contains(name)))
        .toList();
  }

  private List<Party> parties(Part.Kind... kinds) {
    List<Party> found = new ArrayList<>();
    for (Part.Kind kind : kinds) {
      parties
          .getOrDefault(kind, Map.of())
          .forEach(
              (name, deeds) -> found.add(new Party(kind, name, place(kind, name), deeds.all())));
    }
    return found;
  }

  private String place(Part.Kind kind, String name) {
    return switch (kind) {
      case DEPARTMENT -> Departments.office(name);
      case SYSTEM ->
          code.sources().values().stream()
              .filter(source -> source.system().equals(name))
              .filter(
                  source ->
                      data.keySet().stream()
                          .anyMatch(key -> code.sources().get(key.source()) == source))
              .map(Source::name)
              .sorted()
              .collect(Collectors.joining(", "));
      case CUSTOMER, PARTNER -> "";
    };
  }

  private List<Table> tables() {
    List<Table> found = new ArrayList<>();
    tables.forEach(
        (id, asked) ->
            models
                .decision(id)
                .ifPresent(
                    decision -> {
                      DecisionDefinition definition = decision.definition();
                      found.add(
                          new Table(
                              id,
                              definition.getName() == null ? id : definition.getName(),
                              definition.getVersion(),
                              List.copyOf(Tables.asks(models, id).keySet()),
                              Tables.says(models, id),
                              asked.all()));
                    }));
    return found;
  }

  private List<Datum> data() {
    List<Datum> found = new ArrayList<>();
    data.forEach(
        (key, used) -> {
          Source source = code.sources().get(key.source());
          found.add(
              new Datum(
                  PlainWords.title(key.item()),
                  source.name(),
                  source.system(),
                  Departments.name(source.owner()),
                  settings.apply(source.kept()),
                  fields(source, key.item(), used.fields),
                  used.readBy.all(),
                  used.writtenBy.all()));
        });
    found.sort(
        Comparator.comparing((Datum datum) -> datum.system().equals(DataSource.OWN))
            .thenComparing(Datum::system)
            .thenComparing(Datum::source)
            .thenComparing(Datum::item));
    return found;
  }

  private List<Variable> variables(String owner) {
    List<Variable> found = new ArrayList<>();
    variables.forEach(
        (name, known) -> {
          List<FlowMap.Deed> readBy = known.readBy.all();
          List<FlowMap.Deed> setBy = known.setBy.all();
          if (!readBy.isEmpty() || !setBy.isEmpty()) {
            found.add(
                new Variable(
                    name,
                    List.copyOf(known.holds),
                    List.copyOf(known.from),
                    known.owners.isEmpty() ? owner : String.join(", ", known.owners),
                    known.weighed && !known.stays,
                    readBy,
                    setBy));
          }
        });
    return found;
  }
}
