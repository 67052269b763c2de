package org.aftercare.engine.access;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** Grants rights to groups. */
@Component
class Rights {

  private final AuthorizationService authorizations;

  Rights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Grants on one resource; granting again changes what was granted on it before. */
  void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization authorization =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    if (authorization == null) {
      authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      authorization.setGroupId(group);
      authorization.setResource(resource);
      authorization.setResourceId(id);
    }
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }

  void grantOnAll(String group, Resource resource, Permission... permissions) {
    grant(group, resource, Authorization.ANY, permissions);
  }
}
