package org.aftercare.engine.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffLogins;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.stereotype.Component;

/** Asks the engine's user database, and the sessions of its web applications. */
@Component
class EngineStaffLogins implements StaffLogins {

  /** Where the web applications keep who has logged in. */
  private static final String SESSION_LOGINS = "authenticatedUser";

  private final IdentityService identities;
  private final AuthorizationService authorizations;

  EngineStaffLogins(IdentityService identities, AuthorizationService authorizations) {
    this.identities = identities;
    this.authorizations = authorizations;
  }

  @Override
  public Optional<Set<String>> check(String userId, String password) {
    return identities.checkPassword(userId, password)
        ? Optional.of(groups(userId))
        : Optional.empty();
  }

  @Override
  public Optional<Login> webappLogin(HttpSession session) {
    if (session.getAttribute(SESSION_LOGINS) instanceof Authentications logins) {
      Authentication login = logins.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
      // Groups are read anew: a session may outlive a membership, or the user.
      if (login != null
          && identities.createUserQuery().userId(login.getIdentityId()).count() == 1) {
        return Optional.of(new Login(login.getIdentityId(), groups(login.getIdentityId())));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isForgeryToken(HttpSession session, String token) {
    return token != null
        && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String right
        && MessageDigest.isEqual(
            right.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean mayDeploy(Login login) {
    return authorizations.isUserAuthorized(
        login.userId(), List.copyOf(login.groups()), Permissions.CREATE, Resources.DEPLOYMENT);
  }

  @Override
  public void as(Login login, Work work) throws IOException, ServletException {
    identities.setAuthentication(login.userId(), List.copyOf(login.groups()));
    try {
      work.run();
    } finally {
      identities.clearAuthentication();
    }
  }

  private Set<String> groups(String userId) {
    return identities.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .collect(Collectors.toUnmodifiableSet());
  }
}
