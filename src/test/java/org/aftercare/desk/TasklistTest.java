package org.aftercare.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aftercare.cases.CasePhotos;
import org.aftercare.cases.Cases;
import org.aftercare.notifications.InAppMessages;
import org.aftercare.testing.Browser;
import org.aftercare.testing.WebTest;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The Case tab and the bell in a real browser: a customer of a warranty claim wants a person. */
@WebTest
class TasklistTest {

  private static final String PASSWORD = "Kylskap-2026";
  private static final String EVIL = "<img src=x onerror=\"document.title='hacked'\"><b>Hej</b>";
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Dimension DESKTOP = new Dimension(1600, 1000);
  private static final Dimension PHONE = new Dimension(500, 900);

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate http;
  @Autowired private Cases cases;
  @Autowired private CasePhotos photos;
  @Autowired private InAppMessages inApp;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;

  private final String customerId = "C-" + UUID.randomUUID();
  private String number;
  private String otherNumber;
  private String taskId;
  private Browser browser;

  @BeforeEach
  void handTheCaseOver() {
    inApp.markAllRead("frida");
    storeCustomer();
    otherNumber = postClaim();
    number = postClaim();
    transaction.executeWithoutResult(status -> fillCases());
    runtime.startProcessInstanceByKey("hand-over", number);
    taskId =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .taskDefinitionKey("TalkToCustomer")
            .singleResult()
            .getId();
  }

  private void fillCases() {
    cases.close(otherNumber, "REPAIRED");
    cases.record(
        number,
        "internal.deadline.warning",
        Map.of("deadline", "COVERAGE", "due", "2026-11-03T16:00:00Z"));
    cases.startDeadline(
        number, "coverage", cases.find(number).orElseThrow().openedAt().plus(Duration.ofDays(2)));
    cases.note(number, "customer", "human", EVIL);
    cases.note(number, "klara", "TalkToCustomer", "Ringde kunden, återkommer i morgon.");
    photos.add(number, PNG);
  }

  private String postClaim() {
    HttpHeaders headers = login("frida");
    headers.set("Idempotency-Key", UUID.randomUUID().toString());
    ResponseEntity<Map<String, Object>> answer =
        http.exchange(
            "/api/warranty-claims",
            HttpMethod.POST,
            new HttpEntity<>(
                Map.of(
                    "customerId", customerId,
                    "orderNumber", "O-50001",
                    "serialNumber", "NK-RF-300-0001",
                    "symptom", "NOT_COOLING",
                    "description", "Det kyler inte sedan i söndags.",
                    "noticedOn", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()),
                headers),
            new ParameterizedTypeReference<>() {});
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    return (String) answer.getBody().get("caseNumber");
  }

  private void storeCustomer() {
    jdbc.sql(
            """
            insert into customer
              (customer_id, name, email, phone, language, country, street, postal_code, city,
               address_country, register_name, register_language, register_street,
               register_postal_code, register_city, register_country, registered_at)
            values
              (:customerId, 'Astrid Lindqvist', 'astrid@example.org', '+46 70 000 00 01', 'sv',
               'SE', 'Storgatan 1', '111 22', 'Stockholm', 'SE', 'Astrid Lindqvist', 'sv',
               'Storgatan 1', '111 22', 'Stockholm', 'SE', current_timestamp)
            """)
        .param("customerId", customerId)
        .update();
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theCaseTabShowsEverythingOfTheCaseAsText() {
    openCaseTab("en-GB", DESKTOP);

    assertThat(tabs()).startsWith("Form", "Case");
    WebElement page = browser.visible(By.cssSelector(".aftercare-case"));
    assertThat(page.getText())
        .contains(
            number,
            "With a person",
            "Warranty claim",
            "Astrid Lindqvist",
            "Storgatan 1",
            "Stockholm",
            "NK-RF-300-0001",
            "Does not cool",
            "he decision on coverage",
            "We have received your case.",
            "Three quarters of the time for the decision on coverage has passed; it ends on"
                + " 3 November 2026",
            "Klara Berg · Talk to the customer",
            "Customer · What the customer reports",
            "Ringde kunden, återkommer i morgon.",
            EVIL,
            "kunden vill prata med en person",
            otherNumber,
            "Closed · Repaired");
    assertThat(page.findElements(By.cssSelector("img[src='x'], b"))).isEmpty();
    assertThat(browser.driver().getTitle()).doesNotContain("hacked");
    browser.driver().executeScript("document.querySelector('.aftercare-photos').scrollIntoView()");
    browser
        .await()
        .until(
            driver ->
                number("return document.querySelector('.aftercare-photos img').naturalWidth") > 0);
    assertThat(
            number(
                "return performance.getEntriesByType('resource')"
                    + ".filter(e => /api\\/desk\\/tasks\\/[^/]+\\/case$/.test(e.name)).length"))
        .isEqualTo(1);
    picture("case-tab-desktop");
  }

  @Test
  void noWebApplicationTellsStaffToChangeTheEngine() {
    browser = Browser.open("en-GB", DESKTOP);
    for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
      browser.driver().get("http://localhost:%d/camunda/app/%s/default/".formatted(port, app));

      WebElement banner =
          browser
              .await()
              .until(ExpectedConditions.presenceOfElementLocated(By.className("ce-eol-banner")));
      assertThat(banner.isDisplayed()).as(app).isFalse();
      assertThat(browser.visible(By.className("navbar-header")).isDisplayed()).isTrue();
    }
  }

  @Test
  void theRowsOfTasksNameTheirCases() {
    tasks.setAssignee(taskId, "frida");
    String mine = filters.createTaskFilterQuery().filterName("Mine").singleResult().getId();
    logIn("en-GB", DESKTOP);

    browser.driver().get(tasklist() + "#/?filter=" + mine);

    browser
        .await()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector(".tasks-list"), number));
    browser.picture("task-rows");
  }

  @Test
  void theCaseTabSpeaksTheReadersLanguageAndFitsAPhone() {
    openCaseTab("sv-SE", PHONE);

    WebElement page = browser.visible(By.cssSelector(".aftercare-case"));
    assertThat(tabs()).startsWith("Formulär", "Ärende", "Historik");
    assertThat(page.getDomAttribute("lang")).isEqualTo("sv");
    assertThat(page.getText())
        .contains(
            "Hos en medarbetare",
            "Vi har tagit emot ditt ärende.",
            "Kundens övriga ärenden",
            "Kyler inte");
    assertThat(number("return document.querySelector('.aftercare-case').scrollWidth"))
        .isLessThanOrEqualTo(
            number("return document.querySelector('.aftercare-case').clientWidth"));
    picture("case-tab-phone");
  }

  @Test
  void theBellShowsMyMessagesAndKnowsWhatIHaveRead() {
    runtime.startProcessInstanceByKey("hand-over", number);
    awaitUnread(2);
    logIn("en-GB", DESKTOP);

    browser.await().until(ExpectedConditions.textToBe(By.cssSelector(".aftercare-count"), "2"));
    browser.click(By.cssSelector(".aftercare-bell"));
    WebElement panel = browser.visible(By.cssSelector(".aftercare-panel"));
    assertThat(panel.getText()).contains("Ärende " + number + ": kunden vill prata med en person");
    panel.findElement(By.cssSelector("summary")).click();
    browser.await().until(ExpectedConditions.textToBe(By.cssSelector(".aftercare-count"), "1"));
    assertThat(panel.getText()).contains("så att kunden slipper upprepa sig");
    browser.picture("bell");

    browser.click(By.cssSelector(".aftercare-panel .btn-link"));
    browser
        .await()
        .until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(".aftercare-count")));
    assertThat(inApp.unread("frida")).isZero();
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(panel.isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "frida, 200", // the task is her group's
    "vera, 404", // it is not hers
    "petra, 403" // product managers are told and no more
  })
  void whoMayReadTheTaskSeesItsCase(String userId, int status) {
    assertThat(get(userId, "/api/desk/tasks/" + taskId + "/case").getStatusCode().value())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"frida, 200", "harald, 200", "vera, 403", "petra, 403"})
  void anyCaseIsSeenByThoseWhoseWorkIsCases(String userId, int status) {
    assertThat(get(userId, "/api/desk/cases/" + number).getStatusCode().value()).isEqualTo(status);
  }

  @Test
  void aPhotoIsAsClosedAsItsTask() {
    String path = "/api/desk/tasks/" + taskId + "/photos/" + photos.of(number).get(0).photoId();

    assertThat(get("frida", path).getHeaders().getContentType()).hasToString("image/png");
    assertThat(get("vera", path).getStatusCode().value()).isEqualTo(404);
    assertThat(http.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void aTaskThatIsGoneHasNoCase() {
    tasks.complete(taskId, Map.of("handOver", "HANDED_BACK"));

    assertThat(get("frida", "/api/desk/tasks/" + taskId + "/case").getStatusCode().value())
        .isEqualTo(404);
  }

  @Test
  void noBrowserKeepsTheCustomersData() {
    assertThat(get("frida", "/api/desk/tasks/" + taskId + "/case").getHeaders().getCacheControl())
        .contains("no-store");
  }

  @Test
  void nobodyReadsOthersMessages() {
    awaitUnread(1);
    String messageId = inApp.of("frida", 0, 1).items().get(0).messageId();

    assertThat(put("vera", "/api/desk/messages/" + messageId + "/read")).isEqualTo(404);
    assertThat(put("vera", "/api/desk/messages/read")).isEqualTo(204);
    assertThat(inApp.unread("frida")).isEqualTo(1);
    assertThat(put("frida", "/api/desk/messages/" + messageId + "/read")).isEqualTo(204);
    assertThat(inApp.unread("frida")).isZero();
  }

  @Test
  void whoIsOnlyToldHasABellToo() {
    assertThat(get("petra", "/api/desk/messages").getStatusCode().value()).isEqualTo(200);
  }

  private void awaitUnread(int messages) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(inApp.unread("frida")).isEqualTo(messages));
  }

  private ResponseEntity<String> get(String userId, String path) {
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(login(userId)), String.class);
  }

  private int put(String userId, String path) {
    return http.exchange(path, HttpMethod.PUT, new HttpEntity<>(login(userId)), String.class)
        .getStatusCode()
        .value();
  }

  private static HttpHeaders login(String userId) {
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth(userId, PASSWORD, StandardCharsets.UTF_8);
    return headers;
  }

  private void logIn(String language, Dimension size) {
    browser = Browser.open(language, size);
    browser.logIn(tasklist(), "frida", PASSWORD);
  }

  private void openCaseTab(String language, Dimension size) {
    logIn(language, size);
    browser.driver().get(tasklist() + "#/?task=" + taskId + "&detailsTab=aftercare-case");
    browser.visible(By.cssSelector(".aftercare-case h3"));
  }

  private String tasklist() {
    return "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
  }

  private List<String> tabs() {
    return browser.driver().findElements(By.cssSelector(".tabbed-content .nav-tabs li")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private long number(String script) {
    return ((Number) browser.driver().executeScript(script)).longValue();
  }

  private void picture(String name) {
    browser
        .driver()
        .executeScript("document.querySelector('.aftercare-case header').scrollIntoView()");
    browser.picture(name);
  }
}
