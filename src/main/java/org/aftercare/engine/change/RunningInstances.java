package org.aftercare.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Which instances of a process are under way, in which version and where. */
@Component
class RunningInstances {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;

  RunningInstances(
      RepositoryService repository, RuntimeService runtime, ManagementService management) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
  }

  /** The versions in which instances are under way, the newest first. */
  List<ProcessDefinition> versions(String processId) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(processId)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .filter(version -> count(version) > 0)
        .toList();
  }

  long count(ProcessDefinition version) {
    return runtime.createProcessInstanceQuery().processDefinitionId(version.getId()).count();
  }

  /** Some of a version's instances, always in the same order. */
  List<ProcessInstance> of(ProcessDefinition version, int first, int atMost) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionId(version.getId())
        .orderByProcessInstanceId()
        .asc()
        .listPage(first, atMost);
  }

  /** The elements at which instances are, most of them first. */
  List<RunningAt> places(String processId) {
    Map<String, TreeMap<Integer, Long>> places = new TreeMap<>();
    for (ProcessDefinition version : versions(processId)) {
      for (ActivityStatistics at :
          management.createActivityStatisticsQuery(version.getId()).list()) {
        places
            .computeIfAbsent(at.getId(), id -> new TreeMap<>())
            .merge(version.getVersion(), (long) at.getInstances(), Long::sum);
      }
    }
    List<RunningAt> all = new ArrayList<>();
    places.forEach((id, byVersion) -> all.add(new RunningAt(id, id, byVersion)));
    all.sort((one, other) -> Long.compare(other.all(), one.all()));
    return all;
  }
}
