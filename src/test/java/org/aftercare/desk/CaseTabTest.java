package org.aftercare.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.CasePhotos;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.testing.TestDatabase;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The Case tab in a real browser, on the real product, beside a task of a small process. */
@TestDatabase
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.auto-deployment-enabled=false",
      "aftercare.contract.mode=warn",
      "aftercare.sandbox.enabled=false",
      "management.server.port=0"
    })
class CaseTabTest {

  private static final String PASSWORD = "Kylskap-2026";
  private static final String EVIL = "<img src=x onerror=\"document.title='hacked'\"><b>Hej</b>";
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestConfiguration
  static class Flow {
    @Bean
    CaseFacts smallFlowFacts() {
      return new CaseFacts() {
        @Override
        public String flow() {
          return "small-flow";
        }

        @Override
        public List<Fact> of(String caseNumber) {
          return List.of(
              new Fact("warranty.fact.product", "Nordkyl RF-300"),
              new Fact("warranty.fact.price", "8990.00 SEK"),
              new Fact("warranty.fact.delivered-on", "2025-09-12"),
              new Fact("warranty.fact.symptom", "NOT_COOLING"));
        }
      };
    }
  }

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate http;
  @Autowired private Cases cases;
  @Autowired private CasePhotos photos;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;

  private String number;
  private String otherNumber;
  private String taskId;
  private ChromeDriver browser;

  @BeforeEach
  void openCaseWithTask() {
    storeCustomer();
    transaction.executeWithoutResult(status -> openCases());
    repository
        .createDeployment()
        .addModelInstance(
            "small-flow.bpmn",
            Bpmn.createExecutableProcess("small-flow")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("ReviewClaim")
                .name("Review the claim")
                .camundaCandidateGroups("claims")
                .endEvent()
                .done())
        .deploy();
    runtime.startProcessInstanceByKey("small-flow", number);
    taskId = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();
  }

  private void openCases() {
    otherNumber = open().caseNumber();
    cases.close(otherNumber, "REPAIRED");
    number = open().caseNumber();
    cases.record(number, "case.with-person", Map.of());
    cases.record(
        number,
        "internal.deadline.warning",
        Map.of("deadline", "COVERAGE", "due", clock.instant().toString()));
    cases.startDeadline(number, "coverage", clock.instant().plus(Duration.ofDays(2)));
    cases.note(number, "customer", "human", EVIL);
    cases.note(number, "klara", "ReviewClaim", "Ringde kunden, återkommer i morgon.");
    photos.add(number, PNG);
  }

  private ServiceCase open() {
    return cases.open(
        new Cases.NewCase("W", "small-flow", "C-1001", "SE", ServiceCase.Channel.API));
  }

  private void storeCustomer() {
    jdbc.sql("delete from customer").update();
    jdbc.sql(
            """
            insert into customer
              (customer_id, name, email, phone, language, country, street, postal_code, city,
               address_country, register_name, register_language, register_street,
               register_postal_code, register_city, register_country, registered_at)
            values
              ('C-1001', 'Astrid Lindqvist', 'astrid@example.org', '+46 70 000 00 01', 'sv', 'SE',
               'Storgatan 1', '111 22', 'Stockholm', 'SE', 'Astrid Lindqvist', 'sv', 'Storgatan 1',
               '111 22', 'Stockholm', 'SE', current_timestamp)
            """)
        .update();
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void showsEverythingOfTheCaseAsText() throws IOException {
    logIn("en-GB", new Dimension(1600, 1000));
    openCaseTab();

    assertThat(tabs()).startsWith("Form", "Case");
    WebElement page = browser.findElement(By.cssSelector(".aftercare-case"));
    assertThat(page.getText())
        .contains(
            number,
            "In progress",
            "Astrid Lindqvist",
            "Storgatan 1",
            "Stockholm",
            "Nordkyl RF-300",
            "12 September 2025",
            "Does not cool",
            "the decision on coverage",
            "We have received your case.",
            "Three quarters of the time for the decision on coverage has passed",
            "Ringde kunden, återkommer i morgon.",
            EVIL,
            otherNumber,
            "Closed · Repaired");
    assertThat(page.findElements(By.cssSelector("img[src='x'], b"))).isEmpty();
    assertThat(browser.getTitle()).doesNotContain("hacked");
    scrollTo(page.findElement(By.cssSelector(".aftercare-photos")));
    await()
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
  void speaksTheReadersLanguageAndFitsAPhone() throws IOException {
    logIn("sv-SE", new Dimension(500, 900));
    openCaseTab();

    WebElement page = browser.findElement(By.cssSelector(".aftercare-case"));
    assertThat(tabs()).contains("Ärende");
    assertThat(page.getDomAttribute("lang")).isEqualTo("sv");
    assertThat(page.getText())
        .contains(
            "Pågår", "Vi har tagit emot ditt ärende.", "Kundens övriga ärenden", "Kyler inte");
    assertThat(number("return document.querySelector('.aftercare-case').scrollWidth"))
        .isLessThanOrEqualTo(
            number("return document.querySelector('.aftercare-case').clientWidth"));
    picture("case-tab-phone");
  }

  @ParameterizedTest
  @CsvSource({
    "klara, 200", // the task is her group's
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

    assertThat(get("klara", path).getHeaders().getContentType()).hasToString("image/png");
    assertThat(get("vera", path).getStatusCode().value()).isEqualTo(404);
    assertThat(http.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void aTaskThatIsGoneHasNoCase() {
    tasks.complete(taskId);

    assertThat(get("klara", "/api/desk/tasks/" + taskId + "/case").getStatusCode().value())
        .isEqualTo(404);
  }

  @Test
  void noBrowserKeepsTheCustomersData() {
    assertThat(get("klara", "/api/desk/tasks/" + taskId + "/case").getHeaders().getCacheControl())
        .contains("no-store");
  }

  private ResponseEntity<String> get(String userId, String path) {
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth(userId, PASSWORD, StandardCharsets.UTF_8);
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
  }

  private void logIn(String language, Dimension size) {
    browser = new ChromeDriver(driver(), options(language));
    browser.manage().window().setSize(size);
    browser.get("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
    await()
        .until(
            ExpectedConditions.visibilityOfElementLocated(
                By.cssSelector("input[ng-model='username']")))
        .sendKeys("klara");
    browser.findElement(By.cssSelector("input[ng-model='password']")).sendKeys(PASSWORD);
    browser.findElement(By.cssSelector("button[type='submit']")).click();
    await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".tasks-list")));
  }

  private void openCaseTab() {
    browser.get(
        "http://localhost:%d/camunda/app/tasklist/default/#/?task=%s&detailsTab=aftercare-case"
            .formatted(port, taskId));
    await()
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".aftercare-case h3")));
  }

  private List<String> tabs() {
    return browser.findElements(By.cssSelector(".tabbed-content .nav-tabs li")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private long number(String script) {
    return ((Number) browser.executeScript(script)).longValue();
  }

  private void scrollTo(WebElement element) {
    ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView()", element);
  }

  private WebDriverWait await() {
    return new WebDriverWait(browser, PATIENCE);
  }

  /** For people who want to look at the tab: {@code -Daftercare.test.pictures=<folder>}. */
  private void picture(String name) throws IOException {
    String folder = System.getProperty("aftercare.test.pictures");
    if (folder != null) {
      scrollTo(browser.findElement(By.cssSelector(".aftercare-case header")));
      Files.write(Path.of(folder, name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
  }

  private static ChromeOptions options(String language) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium"));
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=" + language,
        "--accept-lang=" + language);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    return options;
  }

  private static ChromeDriverService driver() {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(onPath("chromedriver"))
        .usingAnyFreePort()
        .build();
  }

  private static File onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> new File(folder, program))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is not on the path: this test needs Chromium and its driver; on Debian, apt-get install chromium chromium-driver"
                        .formatted(program)));
  }
}
