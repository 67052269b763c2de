package org.aftercare.engine.access;

import java.util.Arrays;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StaffLogins;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Makes the groups and gives them their rights. Rights on single tasks are not among them: the
 * engine grants those to a task's groups and assignee as it gives them the task.
 */
@Component
class GroupSetup {

  private static final String STAFF_TYPE = "WORKFLOW";

  private final IdentityService identities;
  private final Rights rights;

  GroupSetup(IdentityService identities, Rights rights) {
    this.identities = identities;
    this.rights = rights;
  }

  void create() {
    createGroup(StaffLogins.ADMINISTRATORS, "Administrators", Groups.GROUP_TYPE_SYSTEM);
    for (Resources resource : Resources.values()) {
      rights.grantOnAll(StaffLogins.ADMINISTRATORS, resource, Permissions.ALL);
    }
    for (StaffGroup group : StaffGroup.values()) {
      createGroup(group.id(), group.displayName(), STAFF_TYPE);
      rights.grant(group.id(), Resources.APPLICATION, "welcome", Permissions.ACCESS);
    }
    Arrays.stream(StaffGroup.values())
        .filter(StaffGroup::hasTasks)
        .forEach(this::letWorkInTasklist);
    letKeepItRunning(StaffGroup.OPERATIONS.id());
  }

  /** The model may be read, so that a task's diagram shows; its cases and variables may not. */
  private void letWorkInTasklist(StaffGroup group) {
    rights.grant(group.id(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    rights.grantOnAll(group.id(), Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ);
  }

  /** Reads everything but users, and mends cases; changes neither models nor people. */
  private void letKeepItRunning(String operations) {
    rights.grant(operations, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    rights.grantOnAll(
        operations,
        Resources.PROCESS_DEFINITION,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
        ProcessDefinitionPermissions.UPDATE_INSTANCE,
        ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.SUSPEND_INSTANCE,
        ProcessDefinitionPermissions.MIGRATE_INSTANCE,
        ProcessDefinitionPermissions.RETRY_JOB,
        ProcessDefinitionPermissions.TASK_ASSIGN);
    rights.grantOnAll(
        operations,
        Resources.PROCESS_INSTANCE,
        ProcessInstancePermissions.READ,
        ProcessInstancePermissions.UPDATE,
        ProcessInstancePermissions.UPDATE_VARIABLE,
        ProcessInstancePermissions.SUSPEND,
        ProcessInstancePermissions.RETRY_JOB);
    rights.grantOnAll(
        operations, Resources.TASK, TaskPermissions.READ, TaskPermissions.TASK_ASSIGN);
    rights.grantOnAll(operations, Resources.DEPLOYMENT, Permissions.READ);
    rights.grantOnAll(
        operations, Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY);
    rights.grantOnAll(operations, Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ);
    rights.grantOnAll(
        operations,
        Resources.BATCH,
        BatchPermissions.READ,
        BatchPermissions.READ_HISTORY,
        BatchPermissions.UPDATE,
        BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES,
        BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES,
        BatchPermissions.CREATE_BATCH_MODIFY_PROCESS_INSTANCES);
    rights.grantOnAll(
        operations, Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ);
    rights.grantOnAll(operations, Resources.SYSTEM, SystemPermissions.READ);
    rights.grantOnAll(operations, Resources.GROUP, Permissions.READ);
  }

  private void createGroup(String id, String name, String type) {
    if (identities.createGroupQuery().groupId(id).count() == 0) {
      Group group = identities.newGroup(id);
      group.setName(name);
      group.setType(type);
      identities.saveGroup(group);
    }
  }
}
