package org.aftercare.engine.change;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * The engine's own migration up to where it has found whether an instance can move, and no step
 * further: nothing is written, and no listener is called.
 */
final class MigrationCheck extends MigrateProcessInstanceCmd {

  private final MigrationPlan plan;

  MigrationCheck(MigrationPlan plan) {
    super(new MigrationPlanExecutionBuilderImpl(null, plan), false);
    this.plan = plan;
  }

  /** Why the instance cannot move; empty, if it can. */
  List<String> reasons(CommandContext command, String instanceId, ReasonWords words) {
    ProcessDefinitionEntity target = resolveTargetProcessDefinition(command);
    try {
      migrateProcessInstance(command, instanceId, plan, target, true);
      return List.of();
    } catch (MigratingProcessInstanceValidationException e) {
      return words(e.getValidationReport(), words);
    } catch (ProcessEnginePersistenceException e) {
      // Says nothing of the instance: the database did not answer, or not in time.
      throw e;
    } catch (ProcessEngineException e) {
      return List.of(words.unforeseen(e.getMessage()));
    }
  }

  private static List<String> words(
      MigratingProcessInstanceValidationReport report, ReasonWords words) {
    List<String> reasons = new ArrayList<>();
    report
        .getActivityInstanceReports()
        .forEach(
            at ->
                at.getFailures()
                    .forEach(failure -> reasons.add(words.at(at.getSourceScopeId(), failure))));
    report
        .getTransitionInstanceReports()
        .forEach(
            at ->
                at.getFailures()
                    .forEach(failure -> reasons.add(words.at(at.getSourceScopeId(), failure))));
    report.getFailures().forEach(failure -> reasons.add(words.unforeseen(failure)));
    return reasons.stream().distinct().toList();
  }

  @Override
  protected void deleteUnmappedActivityInstances(MigratingProcessInstance instance) {
    // Only looked at.
  }

  @Override
  protected void migrateProcessInstance(MigratingProcessInstance instance) {
    // Only looked at.
  }
}
