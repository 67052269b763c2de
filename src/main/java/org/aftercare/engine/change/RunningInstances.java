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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which instances of a process are under way, in which version and where. */
@Component
class RunningInstances {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final JdbcClient jdbc;

  RunningInstances(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      JdbcClient jdbc) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.jdbc = jdbc;
  }

  /** The versions in which instances are under way, the newest first. */
  List<ProcessDefinition> versions(String processId) {
    // One look at those that run, and not one for each version that was ever deployed.
    List<String> ids =
        jdbc.sql(
                """
                select distinct e.proc_def_id_
                from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ = :process and e.parent_id_ is null
                """)
            .param("process", processId)
            .query(String.class)
            .list();
    return ids.isEmpty()
        ? List.of()
        : repository
            .createProcessDefinitionQuery()
            .processDefinitionIdIn(ids.toArray(String[]::new))
            .orderByProcessDefinitionVersion()
            .desc()
            .list();
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
