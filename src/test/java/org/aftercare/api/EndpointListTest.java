package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.StaffGroup;
import org.aftercare.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each endpoint that there is, with who may call it. */
@WebTest
class EndpointListTest {

  /** Mapped by libraries and outside of {@code /api}, so under another chain. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "/error",
          "/v3/api-docs",
          "/v3/api-docs.yaml",
          "/v3/api-docs/swagger-config",
          "/swagger-ui.html");

  @Autowired private ApplicationContext context;
  @Autowired private Endpoints endpoints;
  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  @Test
  void everyMappedEndpointStandsOnTheList() {
    List<String> unlisted = new ArrayList<>();
    for (Mapped mapped : mapped()) {
      if (!ELSEWHERE.contains(mapped.path()) && !isListed(mapped)) {
        unlisted.add(mapped.method() + " " + mapped.path());
      }
    }
    assertThat(unlisted)
        .as("endpoints that nobody may call: add them, with who may, to Endpoints")
        .isEmpty();
  }

  @Test
  void everyListedEndpointIsMapped() {
    List<String> mapped =
        mapped().stream().map(endpoint -> endpoint.method() + " " + endpoint.path()).toList();
    assertThat(endpoints.all())
        .allSatisfy(
            endpoint ->
                assertThat(mapped)
                    .contains(endpoint.method() + " " + endpoint.path().getPatternString()));
  }

  /** What the API's page says of each endpoint. */
  @Test
  void everyEndpointSaysWhatItDoesAndHowItAnswers() {
    JsonNode paths = Visitor.anonymous(port).get("/v3/api-docs").json().path("paths");

    assertThat(paths).isNotEmpty();
    paths.forEach(
        path ->
            path.forEach(
                operation ->
                    assertThat(operation.path("summary").asText())
                        .as(operation.path("operationId").asText())
                        .isNotBlank()));
    assertThat(paths.at("/~1api~1warranty-claims/post/responses").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("201", "default");
    assertThat(paths.at("/~1api~1cases~1{caseNumber}~1human/post/responses").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("202", "default");
  }

  @Test
  void nobodyCallsAnEndpointWithoutALoginUnlessItSaysSo() {
    Visitor nobody = Visitor.anonymous(port);
    assertThat(endpoints.all())
        .filteredOn(endpoint -> !endpoint.access().open())
        .allSatisfy(
            endpoint ->
                assertThat(
                        nobody
                            .send(endpoint.method().name(), anyOf(endpoint), null, Map.of())
                            .status())
                    .isEqualTo(401));
  }

  @Test
  void aLoginOfAGroupThatIsNotNamedIsRefused() {
    Visitor productManager = Visitor.staff(port, "petra");
    assertThat(endpoints.all())
        .filteredOn(endpoint -> !endpoint.access().open())
        // What concerns every member of staff is open to her, too.
        .filteredOn(endpoint -> !endpoint.access().groups().contains(StaffGroup.PRODUCT_MANAGERS))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            endpoint ->
                assertThat(
                        productManager
                            .send(endpoint.method().name(), anyOf(endpoint), null, Map.of())
                            .status())
                    .isEqualTo(403));
  }

  @Test
  void aCustomerIsRefusedWhereOnlyStaffMayGo() {
    Visitor customer = Visitor.customer(port, "C-1001");
    assertThat(endpoints.all())
        .filteredOn(endpoint -> !endpoint.access().open() && !endpoint.access().ownCustomers())
        // Staff's pages know no customers' tokens at all.
        .filteredOn(endpoint -> endpoint.path().getPatternString().startsWith("/api/"))
        .isNotEmpty()
        .allSatisfy(
            endpoint ->
                assertThat(
                        customer
                            .send(endpoint.method().name(), anyOf(endpoint), null, Map.of())
                            .status())
                    .isEqualTo(403));
  }

  @Test
  void ofTheActuatorOnlyHealthIsOpenAndOnlyOnItsOwnPort() {
    assertThat(Visitor.anonymous(managementPort).get("/actuator/health").status()).isEqualTo(200);
    for (String health : List.of("health", "health/readiness")) {
      assertThat(Visitor.anonymous(managementPort).get("/actuator/" + health).json().fieldNames())
          .toIterable()
          .as("no details without a login")
          .isSubsetOf("status", "groups");
    }
    Visitor operations = Visitor.staff(managementPort, "olof");
    for (String link : List.of("", "/info", "/metrics", "/loggers")) {
      assertThat(Visitor.anonymous(managementPort).get("/actuator" + link).status())
          .as(link)
          .isEqualTo(401);
      assertThat(Visitor.staff(managementPort, "klara").get("/actuator" + link).status())
          .as(link)
          .isEqualTo(403);
      assertThat(operations.get("/actuator" + link).status()).as(link).isEqualTo(200);
    }
    for (String closed : List.of("env", "heapdump", "threaddump", "beans", "shutdown")) {
      assertThat(operations.get("/actuator/" + closed).status()).as(closed).isNotEqualTo(200);
    }
    assertThat(Visitor.staff(port, "olof").get("/actuator/health").status()).isEqualTo(404);
  }

  private boolean isListed(Mapped mapped) {
    return endpoints
        .find(HttpMethod.valueOf(mapped.method()), PathContainer.parsePath(mapped.path()))
        .isPresent();
  }

  private static String anyOf(Endpoint endpoint) {
    return endpoint.path().getPatternString().replaceAll("\\{[^}]+}", "x");
  }

  private List<Mapped> mapped() {
    List<Mapped> all = new ArrayList<>();
    context
        .getBeansOfType(RequestMappingHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping
                    .getHandlerMethods()
                    .keySet()
                    .forEach(
                        info -> {
                          Set<RequestMethod> methods =
                              info.getMethodsCondition().getMethods().isEmpty()
                                  ? Set.of(RequestMethod.values())
                                  : info.getMethodsCondition().getMethods();
                          for (String path : info.getPatternValues()) {
                            methods.forEach(method -> all.add(new Mapped(method.name(), path)));
                          }
                        }));
    assertThat(all).isNotEmpty();
    return all;
  }

  private record Mapped(String method, String path) {}
}
