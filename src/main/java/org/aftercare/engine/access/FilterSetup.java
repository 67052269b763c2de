package org.aftercare.engine.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.StaffGroup;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * Makes the filters that Tasklist shows. A filter shows only what its reader may see, so that one
 * filter serves every group.
 */
@Component
class FilterSetup {

  private static final Map<StaffGroup.Office, String> OFFICES =
      new EnumMap<>(
          Map.of(
              StaffGroup.Office.FRONT, "All of the front office",
              StaffGroup.Office.MIDDLE, "All of the middle office",
              StaffGroup.Office.BACK, "All of the back office"));

  private static final String MINE = "Mine";
  private static final String GROUPS = "My group's";
  private static final String OVERDUE = "Overdue";
  private static final String VARIABLES = "variables";

  /** What the rows show beside a task's name: which case it is, in the words of the task's case. */
  private static final List<Map<String, String>> SHOWN =
      List.of(
          Map.of("name", "caseNumber", "label", "Case"),
          Map.of("name", "product", "label", "Product"));

  private final FilterService filters;
  private final TaskService tasks;
  private final Rights rights;

  FilterSetup(FilterService filters, TaskService tasks, Rights rights) {
    this.filters = filters;
    this.tasks = tasks;
    this.rights = rights;
  }

  void create() {
    List<StaffGroup> everybody =
        Arrays.stream(StaffGroup.values()).filter(StaffGroup::hasTasks).toList();
    filter(
        MINE,
        "Tasks assigned to me",
        "#2e7d32",
        -40,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
        everybody);
    filter(
        GROUPS,
        "Tasks that anybody in my group can take",
        "#1565c0",
        -30,
        tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"),
        everybody);
    filter(
        OVERDUE,
        "My tasks and my group's whose due date has passed",
        "#c62828",
        -20,
        tasks.createTaskQuery().dueBeforeExpression("${now()}"),
        everybody);
    OFFICES.forEach(this::officeFilter);
  }

  /**
   * Adds the case to the rows of the filters that an earlier version made; one that shows variables
   * already has been changed by a person and stays.
   */
  void showCases() {
    Set<String> names = new HashSet<>(OFFICES.values());
    names.addAll(List.of(MINE, GROUPS, OVERDUE));
    filters.createTaskFilterQuery().list().stream()
        .filter(filter -> names.contains(filter.getName()))
        .filter(filter -> !filter.getProperties().containsKey(VARIABLES))
        .forEach(this::showCase);
  }

  private void showCase(Filter filter) {
    Map<String, Object> properties = new HashMap<>(filter.getProperties());
    properties.put(VARIABLES, SHOWN);
    filter.setProperties(properties);
    filters.saveFilter(filter);
  }

  private void officeFilter(StaffGroup.Office office, String name) {
    List<StaffGroup> members =
        Arrays.stream(StaffGroup.values())
            .filter(group -> group.office().filter(office::equals).isPresent())
            .toList();
    List<StaffGroup> readers =
        Arrays.stream(StaffGroup.values())
            .filter(group -> members.contains(group) || group == StaffGroup.OPERATIONS)
            .toList();
    filter(
        name,
        "Taken or not: "
            + String.join(", ", members.stream().map(StaffGroup::displayName).toList()),
        "#6a1b9a",
        -10 + office.ordinal(),
        tasks
            .createTaskQuery()
            .taskCandidateGroupIn(members.stream().map(StaffGroup::id).toList())
            .includeAssignedTasks(),
        readers);
  }

  private void filter(
      String name,
      String description,
      String color,
      int priority,
      TaskQuery query,
      List<StaffGroup> readers) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query.orderByDueDate().asc());
    filter.setProperties(
        Map.of(
            "description",
            description,
            "color",
            color,
            "priority",
            priority,
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            VARIABLES,
            SHOWN));
    filters.saveFilter(filter);
    readers.forEach(
        group -> rights.grant(group.id(), Resources.FILTER, filter.getId(), Permissions.READ));
  }
}
