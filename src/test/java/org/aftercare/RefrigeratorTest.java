package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aftercare.testing.Browser;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The broken refrigerator as its people live it: posted over HTTP, worked on in Tasklist in a real
 * browser, told by real mail, with the sandbox's systems over HTTP.
 */
class RefrigeratorTest extends ProductWithSandbox {

  private static final String PASSWORD = "Kylskap-2026";

  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;

  @Test
  void fromTheMessageToTheClosedCase() {
    String caseNumber = company.post("O-50001", "NOT_COOLING");
    try (Browser browser = Browser.open("en-GB", new Dimension(1600, 1000))) {
      workOn(browser, "klara", task("ApproveRemedy", caseNumber), "Approved");
      workOn(browser, "tekla", task("RecordVisit", caseNumber), "Repaired");
    }

    awaitQuestion(caseNumber, "REPAIR_WORKS");
    company.answer(caseNumber, "REPAIR_WORKS", "YES");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> company.closed(caseNumber));
    assertThat(failedJobs(caseNumber)).isZero();

    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("REPAIRED");
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "parts reserve-part",
            "booking book-visit",
            "contracts extend-guarantee",
            "accounting recover",
            "crm file-outcome");
    assertThat(timeline(caseNumber)).contains("Vi har tagit emot ditt ärende.");
  }

  private Task task(String key, String caseNumber) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                tasks
                    .createTaskQuery()
                    .taskDefinitionKey(key)
                    .processInstanceBusinessKey(caseNumber)
                    .singleResult(),
            task -> task != null);
  }

  /** Reads the Case tab, claims the task, chooses an answer of its form and completes it. */
  private void workOn(Browser browser, String userId, Task task, String choice) {
    String tasklist = "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
    browser.driver().manage().deleteAllCookies();
    browser.logIn(tasklist, userId, PASSWORD);
    browser.driver().get(tasklist + "#/?task=" + task.getId() + "&detailsTab=aftercare-case");
    assertThat(browser.visible(By.cssSelector(".aftercare-case")).isDisplayed()).isTrue();
    browser
        .await()
        .until(
            driver ->
                driver
                    .findElement(By.cssSelector(".aftercare-case"))
                    .getText()
                    .contains("Astrid Lindqvist"));
    browser.picture("case-" + task.getTaskDefinitionKey());
    browser.click(By.xpath("//button[contains(., 'Claim')]"));
    browser.click(By.cssSelector(".nav-tabs li:first-child a"));
    browser.click(By.xpath("//label[contains(normalize-space(.), '" + choice + "')]"));
    browser.picture("form-" + task.getTaskDefinitionKey());
    browser.click(By.xpath("//button[contains(., 'Complete')]"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
  }

  private void awaitQuestion(String caseNumber, String question) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> company.caseOf(caseNumber).path("openQuestions").toString().contains(question));
  }

  private long failedJobs(String caseNumber) {
    return processes(caseNumber).stream()
        .mapToLong(it -> management.createJobQuery().processInstanceId(it).withException().count())
        .sum();
  }

  private List<String> timeline(String caseNumber) {
    return StreamSupport.stream(company.caseOf(caseNumber).path("timeline").spliterator(), false)
        .map(entry -> entry.path("text").asText())
        .toList();
  }
}
