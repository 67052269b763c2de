package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees the pages about models, and how those are told who do not. */
@WebTest
class ModelPagesDoorTest {

  private static final Map<String, String> BROWSER =
      Map.of("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

  @LocalServerPort private int port;
  @Autowired private AuthorizationService authorizations;

  @Test
  void allStaffReadTheModels() {
    for (String user : new String[] {"admin", "olof", "petra", "vera"}) {
      Visitor.Answer page = Visitor.staff(port, user).get("/models", BROWSER);
      assertThat(page.status()).as(user).isEqualTo(200);
      assertThat(page.body()).contains("/models/warranty-claim", "Shared by several flows");
    }
  }

  @Test
  void theLoginOfCockpitIsGoodHere() {
    Visitor olof = Visitor.anonymous(port).logIn("cockpit", "olof");
    assertThat(olof.get("/models/warranty-claim", BROWSER).status()).isEqualTo(200);
    assertThat(olof.get("/models/warranty-claim/bpmn").header("Content-Type"))
        .startsWith("application/xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/models",
        "/models/warranty-claim",
        "/models/assets/diagrams.js",
        "/vendor/bpmn-js/LICENSE",
        "/webjars/picocss__pico/css/pico.min.css"
      })
  void strangersAreAskedToLogIn(String path) {
    Visitor.Answer page = Visitor.anonymous(port).get(path, BROWSER);
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.headers("WWW-Authenticate")).contains("Basic");
    assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("log in");
    assertThat(Visitor.anonymous(port).get(path).problem()).isEqualTo("login-needed");
    assertThat(Visitor.customer(port, "C-1001").get(path).status()).isEqualTo(401);
    assertThat(Visitor.staff(port, "klara").get(path).status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordIsSaidToBeRefused() {
    assertThat(Visitor.staff(port, "nobody", "wrong").get("/models", BROWSER).body())
        .contains("Login refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/models/no-such-process", "/models/a/b/c", "/models/warranty-claim/x"})
  void whatIsNotThereIsSaidInAPage(String path) {
    Visitor.Answer page = Visitor.staff(port, "klara").get(path, BROWSER);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void noPageLoadsAnythingFromElsewhereOrRunsWhatIsWrittenInIt() {
    Visitor.Answer page = Visitor.staff(port, "klara").get("/models/warranty-claim", BROWSER);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("onclick");
    assertThat(page.header("Set-Cookie")).isNull();
  }

  @Test
  void changesAreForOperationsAndWhoeverMayDeploy() {
    assertThat(Visitor.staff(port, "olof").get("/models/try", BROWSER).status()).isEqualTo(200);
    assertThat(Visitor.staff(port, "admin").get("/models/try", BROWSER).status()).isEqualTo(200);
    Visitor.Answer refused = Visitor.staff(port, "conny").get("/models/try", BROWSER);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Not yours to see", "Deployment");

    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId("conny");
    right.setResource(Resources.DEPLOYMENT);
    right.setResourceId(Authorization.ANY);
    right.addPermission(Permissions.CREATE);
    authorizations.saveAuthorization(right);
    try {
      assertThat(Visitor.staff(port, "conny").get("/models/try", BROWSER).status()).isEqualTo(200);
      assertThat(Visitor.staff(port, "petra").get("/models/try", BROWSER).status()).isEqualTo(403);
    } finally {
      authorizations.deleteAuthorization(right.getId());
    }
  }

  @Test
  void aForeignPageTriesAndDeploysNothing() {
    assertThat(
            upload("admin", "/models/try/deployments", "a.bpmn", "x", "Origin", "https://a.example")
                .problem())
        .isEqualTo("foreign-origin");
  }

  @Test
  void whatIsSentIsSmallAndThere() {
    assertThat(upload("admin", "/models/try", "", "", "X-No", "file").problem())
        .isEqualTo("invalid-request");
    Visitor.Answer tooLarge =
        upload("admin", "/models/try", "a.bpmn", "x".repeat(5_500_000), "X-No", "limit");
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.json().get("detail").asText()).contains("5 MB", "6 MB");
    assertThat(Visitor.staff(port, "admin").post("/models/try", "{}").status()).isBetween(400, 415);
  }

  @Test
  void aRefusedDeploymentSaysWhyInThePage() {
    Visitor.Answer refused =
        upload("admin", "/models/try/deployments", "a.bpmn", "no model", "Accept", "text/html");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Nothing was deployed");
  }

  private Visitor.Answer upload(
      String user, String path, String name, String content, String header, String value) {
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n--cut--\r\n"
            .formatted(name, content);
    return Visitor.staff(port, user)
        .send(
            "POST",
            path,
            body,
            Map.of("Content-Type", "multipart/form-data; boundary=cut", header, value));
  }
}
