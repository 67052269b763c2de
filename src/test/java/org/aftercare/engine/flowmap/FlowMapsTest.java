package org.aftercare.engine.flowmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.ModelNames;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.flowmap.FlowMap.Chart;
import org.aftercare.engine.flowmap.FlowMap.Data;
import org.aftercare.engine.flowmap.FlowMap.Field;
import org.aftercare.engine.flowmap.FlowMap.Part;
import org.aftercare.engine.flowmap.FlowMap.Step;
import org.aftercare.engine.flowmap.FlowMap.Variable;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The maps of the product's flows leave nothing out, and show what is deployed. */
@WebTest
class FlowMapsTest {

  private static final Set<String> DEPARTMENTS =
      Stream.of(StaffGroup.values()).map(StaffGroup::displayName).collect(Collectors.toSet());

  @Autowired private FlowMaps maps;
  @Autowired private ProcessEngine engine;
  @Autowired private RepositoryService repository;
  @Autowired private List<ModelNames> names;
  @Autowired private List<MessageSenders> senders;

  @Test
  void everyFlowHasOne() {
    assertThat(maps.flows())
        .extracting(FlowTitle::id)
        .contains(
            "outage",
            "payment-deferral",
            "product-registration",
            "product-return",
            "service-activation",
            "subscription-upgrade",
            "warranty-claim");
    assertThat(maps.of("no-such-flow")).isEmpty();
  }

  @Test
  void everyNodeOfEveryModelIsOnOne() throws IOException {
    Map<String, Set<String>> shown = new TreeMap<>();
    for (FlowMap map : all()) {
      assertThat(map.gaps()).as(map.id()).isEmpty();
      for (Chart chart : map.charts()) {
        shown
            .computeIfAbsent(chart.id(), key -> new TreeSet<>())
            .addAll(chart.steps().stream().map(Step::id).toList());
      }
    }

    for (ProcessDefinition process :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      try (InputStream model = repository.getProcessModel(process.getId())) {
        assertThat(shown.get(process.getKey()))
            .as(process.getKey())
            .containsExactlyInAnyOrderElementsOf(
                Bpmn.readModelFromStream(model).getModelElementsByType(FlowNode.class).stream()
                    .map(FlowNode::getId)
                    .toList());
      }
    }
  }

  @Test
  void everyVariableHasSourceAndOwner() {
    for (FlowMap map : all()) {
      assertThat(DEPARTMENTS).contains(map.owner());
      for (Variable variable : map.variables()) {
        if (!variable.transientOnly()) {
          assertThat(variable.holds())
              .as("%s: declare %s in the model", map.id(), variable.name())
              .isNotEmpty();
        }
        assertThat(variable.from()).as("%s: who sets %s?", map.id(), variable.name()).isNotEmpty();
        assertThat(DEPARTMENTS)
            .as("%s: who owns %s?", map.id(), variable.name())
            .containsAll(List.of(variable.owner().split(", | or ")));
      }
    }
  }

  @Test
  void everyDatumHasSourceOwnerAndTime() {
    for (FlowMap map : all()) {
      assertThat(map.data())
          .isNotEmpty()
          .allSatisfy(
              datum -> {
                assertThat(datum.source()).isNotBlank();
                assertThat(datum.kept()).isNotBlank().doesNotContain("${");
                assertThat(DEPARTMENTS).contains(datum.owner());
                assertThat(datum.fields()).isNotEmpty();
              });
    }
  }

  @Test
  void everyPersonAndSystemIsNamed() {
    for (FlowMap map : all()) {
      for (Chart chart : map.charts()) {
        for (Step step : chart.steps()) {
          if (step.kind().equals("Task for a person")) {
            assertThat(step.with())
                .as("%s %s", chart.id(), step.id())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(DEPARTMENTS).contains(part.name()));
          } else if (step.kind().startsWith("Message")) {
            assertThat(step.with()).as("%s %s", chart.id(), step.id()).isNotEmpty();
          }
          assertThat(Stream.concat(map.people().stream(), map.systems().stream()))
              .extracting(FlowMap.Party::name)
              .containsAll(step.with().stream().map(Part::name).toList());
        }
      }
    }
  }

  @Test
  void everyMessageHasItsSender() {
    Set<String> systems =
        CodeData.read().sources().values().stream()
            .map(CodeData.Source::system)
            .collect(Collectors.toSet());
    List<MessageSenders.Sent> sent =
        senders.stream().flatMap(module -> module.all().stream()).toList();

    assertThat(sent)
        .extracting(MessageSenders.Sent::name)
        .containsExactlyInAnyOrderElementsOf(
            names.stream().flatMap(module -> module.messages().stream()).toList());
    assertThat(sent.stream().map(MessageSenders.Sent::system).filter(system -> system != null))
        .isSubsetOf(systems);
  }

  @Test
  void showsWhatAShipperAndASupplierGet() {
    FlowMap warranty = maps.of("warranty-claim").orElseThrow();

    assertThat(personal(step(warranty, "replacement", "ShipReplacement").writes()))
        .contains("recipient name", "phone", "address");
    assertThat(personal(step(warranty, "repair", "TellSupplierOrder").writes())).isEmpty();
    assertThat(personal(step(warranty, "replacement", "TellShipper").writes()))
        .contains("recipient name", "street", "city");
    assertThat(warranty.systems())
        .extracting(FlowMap.Party::name)
        .contains("CRM", "Orders", "Parts", "Shipping", "Booking", "Billing", "Accounting")
        .doesNotContain(DataSource.OWN);
  }

  @Test
  void followsWhatATaskIsGivenToAndATableSays() {
    FlowMap warranty = maps.of("warranty-claim").orElseThrow();

    assertThat(step(warranty, "claim-remedy", "ApproveRemedy").with())
        .extracting(Part::kind, Part::name)
        .contains(
            tuple(Part.Kind.DEPARTMENT, "Claims"),
            tuple(Part.Kind.DEPARTMENT, "Contracts"),
            tuple(Part.Kind.DEPARTMENT, "Department heads"));
    assertThat(warranty.tables())
        .filteredOn(table -> table.id().equals("coverage"))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.asks()).contains("country", "monthsSinceDelivery");
              assertThat(table.says()).contains("COVERED", "OUT_OF_PERIOD");
            });
  }

  @Test
  void showsAModelThatIsDeployedNowWhateverItLooksLike() {
    var odd =
        Bpmn.createExecutableProcess("odd-flow")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .serviceTask("Odd")
            .camundaExpression("${execution.getVariable('a').length() > 1 ? b : c}")
            .userTask("Asked")
            .camundaFormKey("embedded:app:old.html")
            .exclusiveGateway("Way")
            .condition("", "${d eq 1}")
            .callActivity("Called")
            .calledElement("not-there")
            .endEvent()
            .moveToNode("Way")
            .endEvent()
            .done();
    odd.<UserTask>getModelElementById("Asked").setName(null);
    maps.of("outage");
    Deployment deployment = deployUnchecked("odd-flow.bpmn", Bpmn.convertToString(odd));
    try {
      FlowMap map = maps.of("odd-flow").orElseThrow();

      assertThat(map.charts()).singleElement().extracting(Chart::version).isEqualTo(1);
      assertThat(map.gaps()).singleElement().asString().contains("not-there");
      assertThat(map.owner()).isEmpty();
      assertThat(map.variables()).extracting(Variable::name).contains("b", "c", "d");
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
    assertThat(maps.of("odd-flow")).isEmpty();
  }

  /** As on a server that lets a model pass that breaks the house's rules. */
  private Deployment deployUnchecked(String file, String model) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    DeploymentCache cache = configuration.getDeploymentCache();
    List<Deployer> all = configuration.getDeployers();
    cache.setDeployers(
        all.stream()
            .filter(deployer -> !deployer.getClass().getSimpleName().equals("ModelContractGuard"))
            .toList());
    try {
      return repository.createDeployment().addString(file, model).deploy();
    } finally {
      cache.setDeployers(all);
    }
  }

  private List<FlowMap> all() {
    return maps.flows().stream().map(flow -> maps.of(flow.id()).orElseThrow()).toList();
  }

  private static Step step(FlowMap map, String chart, String id) {
    return map.charts().stream()
        .filter(found -> found.id().equals(chart))
        .flatMap(found -> found.steps().stream())
        .filter(found -> found.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> personal(List<Data> data) {
    return data.stream()
        .flatMap(item -> item.fields().stream())
        .filter(Field::personal)
        .map(Field::name)
        .toList();
  }
}
