package org.aftercare.engine.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Makes the engine's plans for moving instances, and asks of each instance whether it can. */
@Component
class MigrationPlans {

  /** Entities of so many instances lie in memory at a time. */
  private static final int PORTION = 100;

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final RunningInstances running;
  private final DefinitionElements elements;
  private final ProcessEngineConfigurationImpl engine;

  MigrationPlans(
      RuntimeService runtime,
      RepositoryService repository,
      RunningInstances running,
      DefinitionElements elements,
      ProcessEngineConfigurationImpl engine) {
    this.runtime = runtime;
    this.repository = repository;
    this.running = running;
    this.elements = elements;
    this.engine = engine;
  }

  /**
   * For every other version with instances.
   *
   * @param targetId the engine's id of the version into which they would go
   * @param atMost how many instances are looked at one by one, those of newer versions first
   */
  List<Checked> check(String targetId, int atMost) {
    ProcessDefinition target = repository.getProcessDefinition(targetId);
    List<Checked> all = new ArrayList<>();
    int left = atMost;
    for (ProcessDefinition source : running.versions(target.getKey())) {
      if (!source.getId().equals(targetId)) {
        Checked checked = check(source, target, left);
        all.add(checked);
        left -= checked.proposal().lookedAt();
      }
    }
    return all;
  }

  private Checked check(ProcessDefinition source, ProcessDefinition target, int atMost) {
    long cases = running.count(source);
    try {
      return check(plan(source, target), source, target, cases, atMost);
    } catch (MigrationPlanValidationException e) {
      List<String> problems =
          e.getValidationReport().getInstructionReports().stream()
              .flatMap(
                  report ->
                      report.getFailures().stream()
                          .map(
                              failure ->
                                  report.getMigrationInstruction().getSourceActivityId()
                                      + ": "
                                      + failure))
              .toList();
      return new Checked(
          null,
          List.of(),
          new MigrationProposal(
              source.getKey(),
              source.getVersion(),
              target.getVersion(),
              cases,
              0,
              0,
              List.of(),
              problems));
    }
  }

  /**
   * Elements of the same id, with their messages and signals as the new version names them. Timers
   * keep the time at which they are due: brought up to date, each would begin to count anew.
   */
  private MigrationPlan plan(ProcessDefinition source, ProcessDefinition target) {
    MigrationPlan equal =
        runtime
            .createMigrationPlan(source.getId(), target.getId())
            .mapEqualActivities()
            .updateEventTriggers()
            .build();
    BpmnModelInstance model = repository.getBpmnModelInstance(target.getId());
    MigrationPlanBuilder plan = runtime.createMigrationPlan(source.getId(), target.getId());
    for (MigrationInstruction instruction : equal.getInstructions()) {
      String activityId = instruction.getTargetActivityId();
      MigrationInstructionBuilder mapped =
          plan.mapActivities(instruction.getSourceActivityId(), activityId);
      if (instruction.isUpdateEventTrigger() && !isTimer(model.getModelElementById(activityId))) {
        mapped.updateEventTrigger();
      }
    }
    return plan.build();
  }

  private static boolean isTimer(ModelElementInstance element) {
    return element instanceof CatchEvent event
        && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
  }

  private Checked check(
      MigrationPlan plan,
      ProcessDefinition source,
      ProcessDefinition target,
      long cases,
      int atMost) {
    ReasonWords words = new ReasonWords(elements.of(source.getId()), elements.of(target.getId()));
    List<String> movable = new ArrayList<>();
    List<MigrationProposal.Unmovable> unmovable = new ArrayList<>();
    int looked = 0;
    boolean more = true;
    while (more && looked < atMost) {
      int size = Math.min(PORTION, atMost - looked);
      List<ProcessInstance> portion = running.of(source, looked, size);
      looked += portion.size();
      more = portion.size() == size;
      reasons(plan, portion, words)
          .forEach(
              (instance, reasons) -> {
                if (reasons.isEmpty()) {
                  movable.add(instance.getId());
                } else {
                  unmovable.add(new MigrationProposal.Unmovable(number(instance), reasons));
                }
              });
    }
    return new Checked(
        plan,
        movable,
        new MigrationProposal(
            source.getKey(),
            source.getVersion(),
            target.getVersion(),
            cases,
            looked,
            movable.size(),
            unmovable,
            List.of()));
  }

  private Map<ProcessInstance, List<String>> reasons(
      MigrationPlan plan, List<ProcessInstance> instances, ReasonWords words) {
    MigrationCheck check = new MigrationCheck(plan);
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              Callable<Map<ProcessInstance, List<String>>> all =
                  () -> {
                    Map<ProcessInstance, List<String>> reasons = new LinkedHashMap<>();
                    instances.forEach(
                        instance ->
                            reasons.put(instance, check.reasons(command, instance.getId(), words)));
                    return reasons;
                  };
              return command.runWithoutAuthorization(all);
            });
  }

  private static String number(ProcessInstance instance) {
    return instance.getBusinessKey() == null ? instance.getId() : instance.getBusinessKey();
  }

  /**
   * @param plan the engine's plan, or {@code null} if it makes none
   * @param movable the ids of the instances that can move
   */
  record Checked(MigrationPlan plan, List<String> movable, MigrationProposal proposal) {}
}
