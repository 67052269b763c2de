package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionEntity;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Reads models with the engine's own parsers, as a Camunda with nothing changed reads them when
 * they are deployed, but without a database and without deploying anything.
 */
final class EngineReader {

  private final PlainCamunda camunda = new PlainCamunda();

  /**
   * The ids of what the file would deploy, each with its kind before it.
   *
   * @throws RuntimeException as the engine throws it, if it would refuse the file
   */
  List<String> read(ModelFile file) {
    Context.setProcessEngineConfiguration(camunda);
    try {
      return switch (file.kind()) {
        case PROCESS -> processes(file);
        case DECISION -> decisions(file);
        case FORM -> forms(file);
        case OTHER -> List.of();
      };
    } finally {
      Context.removeProcessEngineConfiguration();
    }
  }

  private List<String> processes(ModelFile file) {
    DeploymentEntity deployment = new DeploymentEntity();
    deployment.setId("none");
    // What is new is held to more than what was deployed once.
    deployment.setNew(true);
    BpmnParse parse =
        camunda
            .bpmn
            .createParse()
            .sourceInputStream(new ByteArrayInputStream(file.content()))
            .deployment(deployment)
            .name(file.path());
    parse.execute();
    return parse.getProcessDefinitions().stream()
        .map(definition -> "process " + definition.getKey())
        .toList();
  }

  private List<String> decisions(ModelFile file) {
    DecisionRequirementsDefinitionEntity read =
        camunda
            .dmn
            .createTransform()
            .modelInstance(new ByteArrayInputStream(file.content()))
            .transformDecisionRequirementsGraph();
    return read.getDecisions().stream().map(decision -> "decision " + decision.getKey()).toList();
  }

  private List<String> forms(ModelFile file) {
    ResourceEntity resource = new ResourceEntity();
    resource.setName(file.path());
    resource.setBytes(file.content());
    return camunda.forms.read(resource).stream().map(form -> "form " + form.getKey()).toList();
  }

  /** The engine's deployer of forms, of which only the reading is used. */
  private static final class FormReader extends CamundaFormDefinitionDeployer {

    private final CommandContext command;

    FormReader(CommandContext command) {
      this.command = command;
    }

    List<CamundaFormDefinitionEntity> read(ResourceEntity resource) {
      return transformDefinitions(new DeploymentEntity(), resource, new Properties());
    }

    @Override
    protected CommandContext getCommandContext() {
      return command;
    }
  }

  /** A configuration from which only what the parsers need is made. */
  private static final class PlainCamunda extends StandaloneProcessEngineConfiguration {

    private final BpmnParser bpmn;
    private final DmnTransformer dmn;
    private final FormReader forms;

    PlainCamunda() {
      initDefaultCharset();
      initHistoryLevel();
      initHistoryEventProducer();
      initDmnHistoryEventProducer();
      initExpressionManager();
      initFormEngines();
      initFormTypes();
      initFormFieldValidators();
      initScripting();
      initDmnEngine();
      initBusinessCalendarManager();
      bpmn = new BpmnParser(expressionManager, new DefaultBpmnParseFactory());
      dmn = dmnEngineConfiguration.getTransformer();
      initTransactionContextFactory();
      forms = new FormReader(new CommandContext(this));
    }
  }
}
