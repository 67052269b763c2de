package org.aftercare.api;

import static org.aftercare.api.Access.customers;
import static org.aftercare.api.Access.everybody;
import static org.aftercare.api.Access.staff;
import static org.aftercare.api.Access.whoeverDeploys;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffGroup;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * Every endpoint of the API, and every page of ours, with who may call it: the one place that
 * decides. What is not on this list is not there for anybody, and a test fails for it.
 */
@Component
class Endpoints {

  /** Those who act for a customer, for example on the phone. */
  private static final Access ON_BEHALF = staff(StaffGroup.FRONT_OFFICE, StaffGroup.CLAIMS);

  /** Those who act for a customer who wants to pay later. */
  private static final Access DEFERRALS =
      ON_BEHALF.and(staff(StaffGroup.COLLECTIONS, StaffGroup.FINANCE));

  /** Those whose work is cases as such; others see the case of a task that they have. */
  private static final Access EVERY_CASE =
      ON_BEHALF.and(staff(StaffGroup.CONTRACTS, StaffGroup.LEGAL, StaffGroup.DEPARTMENT_HEADS));

  /** All who have tasks; which task is asked about is checked again. */
  private static final Access ANY_TASK =
      staff(
          Arrays.stream(StaffGroup.values())
              .filter(StaffGroup::hasTasks)
              .toArray(StaffGroup[]::new));

  private static final Access ALL_STAFF = staff(StaffGroup.values());

  /** Those whom customers ask about an outage, and those who decide about it. */
  private static final Access OUTAGE_READERS = EVERY_CASE.and(staff(StaffGroup.OPERATIONS));

  private static final Access OPERATIONS = staff(StaffGroup.OPERATIONS);

  /** Those who change the processes, or care for the cases in them. */
  private static final Access CHANGERS = staff(StaffGroup.OPERATIONS).and(whoeverDeploys());

  private static final List<Endpoint> ALL =
      List.of(
          // Warranty claims
          Endpoint.of(POST, "/api/warranty-claims", customers().and(ON_BEHALF)),
          Endpoint.of(GET, "/api/warranty-claims/{caseNumber}", customers().and(EVERY_CASE)),
          // Outages
          Endpoint.of(POST, "/api/outages", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(GET, "/api/outages", OUTAGE_READERS),
          Endpoint.of(GET, "/api/outages/{outageNumber}", OUTAGE_READERS),
          Endpoint.of(POST, "/api/outages/{outageNumber}/updates", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(POST, "/api/outages/{outageNumber}/all-clear", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(POST, "/api/outages/{outageNumber}/withdrawal", staff(StaffGroup.OPERATIONS)),
          // Product registrations
          Endpoint.of(POST, "/api/registrations", customers().and(ON_BEHALF)),
          Endpoint.of(
              GET,
              "/api/registrations/share",
              staff(StaffGroup.PRODUCT_MANAGERS, StaffGroup.DEPARTMENT_HEADS)),
          Endpoint.of(GET, "/api/registrations/{caseNumber}", customers().and(EVERY_CASE)),
          // Activations and upgrades
          Endpoint.of(POST, "/api/activations", customers().and(ON_BEHALF)),
          Endpoint.of(GET, "/api/activations/{caseNumber}", customers().and(EVERY_CASE)),
          Endpoint.of(POST, "/api/upgrades", customers().and(ON_BEHALF)),
          Endpoint.of(GET, "/api/upgrades/{caseNumber}", customers().and(EVERY_CASE)),
          // Product returns
          Endpoint.of(POST, "/api/returns", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/returns/{caseNumber}/confirm", customers().and(ON_BEHALF)),
          Endpoint.of(GET, "/api/returns/{caseNumber}", customers().and(EVERY_CASE)),
          // Payment deferrals
          Endpoint.of(GET, "/api/deferrals/eligibility", customers().and(DEFERRALS)),
          Endpoint.of(POST, "/api/deferrals", customers().and(DEFERRALS)),
          Endpoint.of(
              GET, "/api/deferrals/{caseNumber}", customers().and(EVERY_CASE).and(DEFERRALS)),
          Endpoint.of(POST, "/api/deferrals/{caseNumber}/offer", customers().and(DEFERRALS)),
          // Cases of every flow
          Endpoint.of(GET, "/api/cases", customers().and(EVERY_CASE)),
          Endpoint.of(GET, "/api/cases/{caseNumber}", customers().and(EVERY_CASE)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/cancel", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/corrections", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/human", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/answers", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/survey", customers().and(ON_BEHALF)),
          Endpoint.of(POST, "/api/cases/{caseNumber}/photos", customers().and(ON_BEHALF)),
          Endpoint.of(GET, "/api/cases/{caseNumber}/photos/{photoId}", customers().and(EVERY_CASE)),
          // The Case tab
          Endpoint.of(GET, "/api/desk/tasks/{taskId}/case", ANY_TASK),
          Endpoint.of(GET, "/api/desk/tasks/{taskId}/photos/{photoId}", ANY_TASK),
          Endpoint.of(GET, "/api/desk/cases/{caseNumber}", EVERY_CASE),
          Endpoint.of(GET, "/api/desk/cases/{caseNumber}/photos/{photoId}", EVERY_CASE),
          // How staff are told
          Endpoint.of(GET, "/api/notification-preferences/me", ALL_STAFF),
          Endpoint.of(PUT, "/api/notification-preferences/me", ALL_STAFF),
          Endpoint.of(DELETE, "/api/notification-preferences/me", ALL_STAFF),
          Endpoint.of(GET, "/api/notification-preferences/teams/{group}", ALL_STAFF),
          Endpoint.of(
              PUT,
              "/api/notification-preferences/teams/{group}",
              staff(StaffGroup.DEPARTMENT_HEADS)),
          Endpoint.of(GET, "/api/undelivered-notices", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(POST, "/api/undelivered-notices/retry", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(GET, "/api/dead-letters", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(POST, "/api/dead-letters/retry", staff(StaffGroup.OPERATIONS)),
          Endpoint.of(POST, "/api/dead-letters/discard", staff(StaffGroup.OPERATIONS)),
          // Erasing a customer
          Endpoint.of(
              POST, "/api/erasures", staff(StaffGroup.OPERATIONS, StaffGroup.DEPARTMENT_HEADS)),
          // The pages in Cockpit; what of each process, the engine's own rights say
          Endpoint.of(GET, "/api/desk/operations/backlog", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/failing-steps", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/incident-groups", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/incidents", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/retries", OPERATIONS),
          Endpoint.of(POST, "/api/desk/operations/retries", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/dead-letters", OPERATIONS),
          Endpoint.of(POST, "/api/desk/operations/dead-letters/retry", OPERATIONS),
          Endpoint.of(POST, "/api/desk/operations/dead-letters/discard", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/undelivered-notices", OPERATIONS),
          Endpoint.of(POST, "/api/desk/operations/undelivered-notices/retry", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/cases/{caseNumber}", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/finished-instances", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/instances/{processInstanceId}/path", OPERATIONS),
          Endpoint.of(GET, "/api/desk/operations/step-times", OPERATIONS),
          // The bell: everybody's own messages
          Endpoint.of(GET, "/api/desk/messages", ALL_STAFF),
          Endpoint.of(PUT, "/api/desk/messages/read", ALL_STAFF),
          Endpoint.of(PUT, "/api/desk/messages/{messageId}/read", ALL_STAFF),
          // Pages for those who change the processes; a fixed name stands before a process's id
          Endpoint.of(GET, "/models", ALL_STAFF),
          Endpoint.of(GET, "/models/try", CHANGERS),
          Endpoint.of(POST, "/models/try", CHANGERS),
          Endpoint.of(POST, "/models/try/deployments", CHANGERS),
          Endpoint.of(GET, "/models/try/moves", CHANGERS),
          Endpoint.of(POST, "/models/try/moves", CHANGERS),
          Endpoint.of(GET, "/models/try/moves/{batchId}", CHANGERS),
          Endpoint.of(GET, "/models/{processId}", ALL_STAFF),
          Endpoint.of(GET, "/models/flows/{flow}", ALL_STAFF),
          Endpoint.of(GET, "/models/flows/{flow}/{processId}", ALL_STAFF),
          Endpoint.of(GET, "/models/{processId}/bpmn", ALL_STAFF),
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
