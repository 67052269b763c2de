package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import javax.sql.DataSource;
import org.aftercare.AftercareApplication;
import org.aftercare.testing.TestDatabase;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The profile {@code production}, on PostgreSQL: nothing of the demo is there. */
@TestDatabase(TestDatabase.Kind.POSTGRESQL)
@ActiveProfiles("production")
@SpringBootTest(
    classes = AftercareApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "camunda.bpm.job-execution.enabled=false",
      "spring.main.banner-mode=off",
      "spring.mail.host=localhost",
      "aftercare.notifications.email.domain=service.example",
      "aftercare.notifications.email.from=service@service.example",
      "aftercare.notifications.email.reply-to=help@service.example",
      "aftercare.notifications.human.phone=+46 8 123 45 67",
      "aftercare.admin.user=boss",
      "aftercare.admin.password=Chefen-2026-x",
      "aftercare.customer-tokens.issuer=https://login.example",
      "aftercare.customer-tokens.secret=the-secret-of-the-companys-own-login",
      "aftercare.systems.crm.url=http://crm.invalid",
      "aftercare.systems.crm.token=t",
      "aftercare.systems.orders.url=http://orders.invalid",
      "aftercare.systems.orders.token=t",
      "aftercare.systems.contracts.url=http://contracts.invalid",
      "aftercare.systems.contracts.token=t",
      "aftercare.systems.parts.url=http://parts.invalid",
      "aftercare.systems.parts.token=t",
      "aftercare.systems.shipping.url=http://shipping.invalid",
      "aftercare.systems.shipping.token=t",
      "aftercare.systems.booking.url=http://booking.invalid",
      "aftercare.systems.booking.token=t",
      "aftercare.systems.billing.url=http://billing.invalid",
      "aftercare.systems.billing.token=t",
      "aftercare.systems.accounting.url=http://accounting.invalid",
      "aftercare.systems.accounting.token=t",
      "aftercare.systems.sms.url=http://sms.invalid",
      "aftercare.systems.sms.token=t",
      "aftercare.callbacks.shipping.secret=whsec_c2hpcHBpbmctc2hpcHBpbmctc2hpcHBpbmc=",
      "aftercare.callbacks.parts.secret=whsec_cGFydHMtcGFydHMtcGFydHMtcGFydHMtcGE=",
      "aftercare.callbacks.booking.secret=whsec_Ym9va2luZy1ib29raW5nLWJvb2tpbmctYm8=",
      "aftercare.callbacks.billing.secret=whsec_YmlsbGluZy1iaWxsaW5nLWJpbGxpbmctYmk="
    })
class ProductionTest {

  private static final Map<String, String> OVER_TLS = Map.of("X-Forwarded-Proto", "https");

  @Autowired private IdentityService identities;
  @Autowired private DataSource dataSource;
  @LocalServerPort private int port;

  @Test
  void aStartThatLacksSettingsIsRefusedOnceForAllOfThem() {
    Throwable refusal =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(AftercareApplication.class)
                    .profiles("production")
                    .run("--server.port=0", "--spring.main.banner-mode=off")
                    .close());
    assertThat(refusal)
        .hasMessageContaining("SPRING_DATASOURCE_URL")
        .hasMessageContaining("SPRING_MAIL_HOST")
        .hasMessageContaining("AFTERCARE_CUSTOMERTOKENS_ISSUER")
        .hasMessageContaining("AFTERCARE_CUSTOMERTOKENS_JWKSETURI")
        .hasMessageContaining("AFTERCARE_SYSTEMS_CRM_URL")
        .hasMessageContaining("AFTERCARE_SYSTEMS_SMS_TOKEN")
        .hasMessageContaining("AFTERCARE_CALLBACKS_SHIPPING_SECRET")
        .hasMessageContaining("AFTERCARE_NOTIFICATIONS_EMAIL_FROM");
  }

  @Test
  void theOnlyUserIsTheAdministratorFromTheEnvironment() {
    assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactly("boss");
    assertThat(Visitor.staff(port, "boss", "Chefen-2026-x").get("/engine-rest/user/count").status())
        .isEqualTo(200);
    assertThat(Visitor.staff(port, "admin").get("/engine-rest/user/count").status()).isEqualTo(401);
  }

  @Test
  void theDatabasesExceptionsQuoteNoRows() {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    jdbc.sql("create table quoted (phone varchar(20) primary key)").update();
    jdbc.sql("insert into quoted values ('0701740605')").update();
    assertThatThrownBy(() -> jdbc.sql("insert into quoted values ('0701740605')").update())
        .hasMessageContaining("quoted_pkey")
        .hasStackTraceContaining("PSQLException")
        .satisfies(
            e -> {
              StringWriter trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("0701740605)");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "test"})
  void noOtherProfileHasTheDemo(String profile) {
    Throwable refusal =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(AftercareApplication.class)
                    .profiles(profile)
                    .run("--server.port=0", "--spring.main.banner-mode=off")
                    .close());
    assertThat(refusal)
        .hasMessageContaining("SPRING_DATASOURCE_URL) is not a PostgreSQL database")
        .hasMessageContaining("AFTERCARE_CUSTOMERTOKENS_ISSUER")
        .hasMessageContaining("AFTERCARE_SYSTEMS_CRM_URL");
  }

  @Test
  void theDemosEndpointsAreNotThere() {
    Visitor visitor = Visitor.anonymous(port);
    assertThat(visitor.post("/api/demo/tokens", "{\"customerId\": \"C-1001\"}").status())
        .isEqualTo(404);
    assertThat(visitor.post("/api/demo/clock/forward", "{\"duration\": \"P1D\"}").status())
        .isEqualTo(404);
  }

  @Test
  void theApisDescriptionIsOffUnlessAskedFor() {
    assertThat(Visitor.anonymous(port).get("/v3/api-docs").status()).isEqualTo(404);
    assertThat(Visitor.anonymous(port).get("/swagger-ui/index.html").status()).isEqualTo(404);
  }

  @Test
  void cookiesAreForTlsOnlyAndBrowsersAreToldToStayWithIt() {
    Visitor.Answer page = Visitor.anonymous(port).get("/camunda/app/tasklist/default/", OVER_TLS);
    assertThat(page.response().headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    assertThat(page.header("Strict-Transport-Security")).contains("max-age=");
    assertThat(
            Visitor.anonymous(port).get("/api/cases", OVER_TLS).header("Strict-Transport-Security"))
        .contains("max-age=");
  }
}
