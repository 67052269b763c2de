package org.aftercare.api;

import static org.aftercare.api.Access.customers;
import static org.aftercare.api.Access.everybody;
import static org.aftercare.api.Access.staff;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffGroup;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * Every endpoint of the API and who may call it: the one place that decides. An endpoint that is
 * not on this list is not there for anybody, and a test fails for it.
 */
@Component
class Endpoints {

  /** All who work on cases: product managers are told about them and no more. */
  private static final Access CASE_WORKERS =
      staff(
          StaffGroup.FRONT_OFFICE,
          StaffGroup.CLAIMS,
          StaffGroup.CONTRACTS,
          StaffGroup.WAREHOUSE,
          StaffGroup.REPAIR_PLANNING,
          StaffGroup.TECHNICIANS,
          StaffGroup.PARTS,
          StaffGroup.FINANCE,
          StaffGroup.COLLECTIONS,
          StaffGroup.LEGAL,
          StaffGroup.DEPARTMENT_HEADS,
          StaffGroup.OPERATIONS);

  /** Whose work is cases as a whole, whether or not a task of theirs is open in one. */
  private static final Access CASE_OWNERS =
      staff(
          StaffGroup.FRONT_OFFICE,
          StaffGroup.CLAIMS,
          StaffGroup.CONTRACTS,
          StaffGroup.LEGAL,
          StaffGroup.DEPARTMENT_HEADS);

  /** Those who act for a customer, for example on the phone. */
  private static final Access ON_BEHALF = staff(StaffGroup.FRONT_OFFICE, StaffGroup.CLAIMS);

  private static final List<Endpoint> ALL =
      List.of(
          // Warranty claims
          Endpoint.of(POST, "/api/warranty-claims", customers().and(ON_BEHALF)),
          Endpoint.of(GET, "/api/warranty-claims/{caseNumber}", customers().and(CASE_WORKERS)),
          // Cases of every flow
          Endpoint.of(GET, "/api/cases", customers().and(CASE_WORKERS)),
          Endpoint.of(GET, "/api/cases/{caseNumber}", customers().and(CASE_WORKERS)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/cancel", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/corrections", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/human", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/answers", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/survey", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/photos", customers().and(ON_BEHALF)),
          Endpoint.of(
              GET, "/api/cases/{caseNumber}/photos/{photoId}", customers().and(CASE_WORKERS)),
          // The Case tab: of a task for whoever may read the task, of any case for fewer
          Endpoint.of(GET, "/api/desk/tasks/{taskId}/case", CASE_WORKERS),
          Endpoint.of(GET, "/api/desk/tasks/{taskId}/photos/{photoId}", CASE_WORKERS),
          Endpoint.of(GET, "/api/desk/cases/{caseNumber}", CASE_OWNERS),
          Endpoint.of(GET, "/api/desk/cases/{caseNumber}/photos/{photoId}", CASE_OWNERS),
          // The partners' callbacks: the signature is their login
          Endpoint.of(POST, "/api/callbacks/{system}", everybody()),
          // The default profile only
          Endpoint.of(POST, "/api/demo/tokens", everybody()),
          Endpoint.of(GET, "/api/demo/clock", everybody()),
          Endpoint.of(POST, "/api/demo/clock/forward", everybody()));

  List<Endpoint> all() {
    return ALL;
  }

  Optional<Endpoint> find(HttpMethod method, PathContainer path) {
    return ALL.stream()
        .filter(endpoint -> endpoint.hasPath(path) && endpoint.hasMethod(method))
        .findFirst();
  }

  /** The methods that a path knows; empty if the path is unknown. */
  Set<HttpMethod> methodsOf(PathContainer path) {
    return ALL.stream()
        .filter(endpoint -> endpoint.hasPath(path))
        .map(Endpoint::method)
        .collect(Collectors.toUnmodifiableSet());
  }
}
