package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Who gets in, who does not, and what every answer carries. */
@WebTest
class DoorsTest {

  private static final String FOREIGN = "https://elsewhere.example";

  @Autowired private IdentityService identities;
  @Autowired private CustomerTokenProperties tokens;
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/engine",
        "/engine-rest/task",
        "/engine-rest/process-definition",
        "/engine-rest/identity/verify"
      })
  void theEnginesRestApiNeedsALogin(String path) {
    assertThat(Visitor.anonymous(port).get(path).status()).isEqualTo(401);
    assertThat(Visitor.customer(port, "C-1001").get(path).status()).isEqualTo(401);
  }

  @Test
  void staffSeeInTheEngineOnlyWhatTheirRightsLetThem() {
    assertThat(count(Visitor.staff(port, "admin"), "/engine-rest/user/count")).isGreaterThan(13);
    assertThat(count(Visitor.staff(port, "klara"), "/engine-rest/user/count"))
        .as("only herself")
        .isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsRefusedAndGuessingLocksTheUser() {
    User user = identities.newUser("guessed");
    user.setPassword("Riktigt-Losen-1");
    identities.saveUser(user);
    identities.createMembership("guessed", "claims");
    try {
      assertThat(Visitor.staff(port, "guessed", "Riktigt-Losen-1").get("/api/cases").status())
          .isEqualTo(200);
      assertThat(Visitor.staff(port, "guessed", "wrong").get("/api/cases").problem())
          .isEqualTo("login-refused");
      assertThat(Visitor.staff(port, "guessed", "Riktigt-Losen-1").get("/api/cases").status())
          .as("locked for a while, even with the right password")
          .isEqualTo(401);
    } finally {
      identities.deleteUser("guessed");
    }
  }

  @Test
  void aCustomersTokenLetsTheCustomerIn() {
    assertThat(Visitor.customer(port, "C-1001").get("/api/cases").status()).isEqualTo(200);
  }

  @Test
  void anotherCustomersCasesAreNotThere() {
    assertThat(Visitor.customer(port, "C-1001").get("/api/cases?customer=C-1002").status())
        .isEqualTo(404);
  }

  @Test
  void forgedExpiredAndForeignTokensAreRefused() {
    String secret = tokens.secret();
    Instant now = Instant.now();
    String good = token(secret, tokens.issuer(), "C-1001", now.plusSeconds(60));
    assertThat(status(good)).isEqualTo(200);
    assertThat(
            status(
                token(
                    "another-secret-of-the-right-length-1234",
                    tokens.issuer(),
                    "C-1001",
                    now.plusSeconds(60))))
        .isEqualTo(401);
    assertThat(status(token(secret, tokens.issuer(), "C-1001", now.minusSeconds(3600))))
        .isEqualTo(401);
    assertThat(
            status(token(secret, tokens.issuer(), "another-shop", "C-1001", now.plusSeconds(60))))
        .as("made for another application")
        .isEqualTo(401);
    assertThat(status(token(secret, FOREIGN, "C-1001", now.plusSeconds(60)))).isEqualTo(401);
    assertThat(status(token(secret, tokens.issuer(), " ", now.plusSeconds(60)))).isEqualTo(401);
    String[] parts = good.split("\\.");
    String unsigned =
        java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[1]
            + ".";
    assertThat(status(unsigned)).as("alg none").isEqualTo(401);
    assertThat(status("rubbish")).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/h2-console",
        "/h2-console/login.do",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
        "/application.yaml",
        "/bpmn/warranty/coverage.dmn",
        "/no-such-thing",
        "/API/cases"
      })
  void whatNobodyNamedIsNotThere(String path) {
    assertThat(Visitor.staff(port, "admin").get(path).problem()).isEqualTo("no-such-page");
    assertThat(Visitor.anonymous(port).get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%65ngine-rest/engine", "/engine%2Drest/engine"})
  void aServletsNameInDisguiseIsRefused(String path) {
    assertThat(Visitor.staff(port, "admin").get(path).problem()).isEqualTo("disguised-path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest//engine",
        "/engine-rest;x=1/engine",
        "/engine-rest/%2e%2e/api/cases",
        "/engine-rest/task%2Fcount",
        "/api/..;/engine-rest/engine"
      })
  void pathsThatOneServerReadsUnlikeAnotherAreRefused(String path) {
    assertThat(Visitor.anonymous(port).get(path).status()).isEqualTo(400);
  }

  @Test
  void anUnknownPathOrMethodOfTheApiIsSaidToBeSo() {
    Visitor staff = Visitor.staff(port, "frida");
    assertThat(staff.get("/api/nothing").problem()).isEqualTo("no-such-endpoint");
    Visitor.Answer wrongMethod = staff.send("DELETE", "/api/cases", null, Map.of());
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.header("Allow")).isEqualTo("GET");
    assertThat(Visitor.anonymous(port).get("/api/nothing").status())
        .as("nobody learns without a login what there is")
        .isEqualTo(401);
  }

  @Test
  void aForeignPageCannotChangeAnythingWithABrowsersLogin() {
    Visitor staff = Visitor.staff(port, "admin");
    String command = "/engine-rest/user/nobody/unlock";
    assertThat(staff.post(command, "", Map.of("Origin", FOREIGN)).problem())
        .isEqualTo("foreign-origin");
    assertThat(staff.post(command, "", Map.of("Sec-Fetch-Site", "cross-site")).problem())
        .isEqualTo("foreign-origin");
    assertThat(staff.post("/api/demo/tokens", "{}", Map.of("Origin", FOREIGN)).problem())
        .isEqualTo("foreign-origin");
    assertThat(staff.post(command, "").status()).as("a client that is no browser").isEqualTo(204);
    assertThat(staff.post(command, "", Map.of("Origin", "http://localhost:" + port)).status())
        .as("our own page")
        .isEqualTo(204);
  }

  @Test
  void aPageInTasklistUsesItsLogin() {
    Visitor klara = Visitor.anonymous(port).logIn("tasklist", "klara");
    assertThat(klara.get("/api/desk/cases/W-0000-0000").problem())
        .as("let in; there is no such case")
        .isEqualTo("not-found");
    assertThat(klara.get("/api/cases").status())
        .as("the session is good for the desk only")
        .isEqualTo(401);
    assertThat(Visitor.anonymous(port).get("/api/desk/cases/W-0000-0000").status()).isEqualTo(401);
  }

  @Test
  void aPageInTasklistProvesItselfBeforeItChangesAnything() {
    Visitor klara = Visitor.anonymous(port).logIn("tasklist", "klara");
    String any = "/api/desk/cases/W-0000-0000";
    assertThat(klara.post(any, "{}").status()).as("no proof, no login").isEqualTo(401);
    assertThat(klara.post(any, "{}", Map.of("X-XSRF-TOKEN", "guessed")).status()).isEqualTo(401);
    assertThat(klara.post(any, "{}", Map.of("X-XSRF-TOKEN", klara.forgeryToken())).status())
        .as("let in; there is no such method")
        .isEqualTo(405);
    assertThat(klara.post(any, "{}", Map.of("Origin", "http://localhost:" + port)).status())
        .isEqualTo(405);
  }

  @Test
  void aLoginThatIsMissingDoesNotOpenTheBrowsersPasswordWindowInAPage() {
    Visitor.Answer inPage =
        Visitor.anonymous(port).get("/api/desk/cases/x", Map.of("Sec-Fetch-Dest", "empty"));
    assertThat(inPage.headers("WWW-Authenticate")).doesNotContain("Basic").contains("Bearer");
    assertThat(Visitor.anonymous(port).get("/api/cases").headers("WWW-Authenticate"))
        .contains("Basic", "Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cases",
        "/engine-rest/engine",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine",
        "/swagger-ui/index.html",
        "/no-such-thing"
      })
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    Visitor.Answer answer = Visitor.anonymous(port).get(path);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Referrer-Policy")).isIn("no-referrer", "same-origin");
  }

  @Test
  void theWebApplicationsSessionCookieIsKeptFromScriptsAndOtherSites() {
    Visitor.Answer page = Visitor.anonymous(port).get("/camunda/app/tasklist/default/");
    String session =
        page.response().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("JSESSIONID="))
            .findFirst()
            .orElseThrow();
    assertThat(session).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void thePagesInTasklistKeepItsSession() {
    Visitor klara = Visitor.anonymous(port).logIn("tasklist", "klara");
    Visitor.Answer first = klara.get("/api/desk/messages");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.response().headers().allValues("Set-Cookie"))
        .as("another session id would log out Tasklist's own requests under way")
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID="));
  }

  @Test
  void theApiMakesNoSession() {
    assertThat(Visitor.staff(port, "klara").get("/api/cases").header("Set-Cookie")).isNull();
    assertThat(Visitor.staff(port, "klara").get("/engine-rest/engine").header("Set-Cookie"))
        .isNull();
  }

  @Test
  void theDescriptionNamesBothLoginsAndWhoMayCallWhat() {
    Visitor.Answer description = Visitor.anonymous(port).get("/v3/api-docs");
    assertThat(description.json().at("/components/securitySchemes/staff/scheme").asText())
        .isEqualTo("basic");
    assertThat(description.json().at("/components/securitySchemes/customer/scheme").asText())
        .isEqualTo("bearer");
    assertThat(description.json().at("/paths/~1api~1cases/get/description").asText())
        .contains("customers; front-office, claims");
    assertThat(Visitor.anonymous(port).get("/swagger-ui/index.html").status()).isEqualTo(200);
  }

  private int status(String token) {
    return Visitor.bearer(port, token).get("/api/cases").status();
  }

  private static int count(Visitor visitor, String path) {
    return visitor.get(path).json().get("count").asInt();
  }

  private String token(String secret, String issuer, String subject, Instant expiresAt) {
    return token(secret, issuer, tokens.audience(), subject, expiresAt);
  }

  private static String token(
      String secret, String issuer, String audience, String subject, Instant expiresAt) {
    NimbusJwtEncoder encoder =
        new NimbusJwtEncoder(
            new ImmutableSecret<>(
                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256")));
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .audience(List.of(audience))
            .subject(subject)
            .issuedAt(expiresAt.minusSeconds(7200))
            .expiresAt(expiresAt)
            .build();
    return encoder
        .encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
        .getTokenValue();
  }
}
