package org.aftercare.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** What the caller may see in the engine, process by process. */
@Component
class ProcessRights {

  private final CurrentCaller caller;
  private final AuthorizationService authorizations;

  ProcessRights(CurrentCaller caller, AuthorizationService authorizations) {
    this.caller = caller;
    this.authorizations = authorizations;
  }

  /**
   * Tells by a process's key whether the caller has that right to it. The engine is asked once for
   * each key. What belongs to no process, all of operations sees.
   */
  Predicate<String> to(Permission permission) {
    Caller.Staff staff = staff();
    List<String> groups = List.copyOf(staff.groups());
    Map<String, Boolean> known = new HashMap<>();
    return key ->
        key == null
            || known.computeIfAbsent(
                key,
                process ->
                    authorizations.isUserAuthorized(
                        staff.userId(), groups, permission, Resources.PROCESS_DEFINITION, process));
  }

  /** Who asks. */
  Caller.Staff staff() {
    if (caller.get() instanceof Caller.Staff staff) {
      return staff;
    }
    throw new IllegalStateException("Only staff come this far.");
  }
}
