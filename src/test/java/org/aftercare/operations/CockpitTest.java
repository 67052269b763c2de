package org.aftercare.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import org.aftercare.testing.Browser;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Olof in Cockpit: sees why steps stand still and has them tried again, and where cases went. */
@WebTest
class CockpitTest {

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private RepositoryService repository;
  @Autowired private CircuitBreakerRegistry guards;

  private TroubledCases cases;
  private String caseNumber;
  private Browser browser;

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    cases.clear(List.of(caseNumber));
  }

  @Test
  void olofHasWhatStandsStillTriedAgainAndSeesWhereCasesGoAndTakeTime() {
    cases = new TroubledCases(http, jdbc, runtime, management, tasks, guards);
    caseNumber = cases.stopped();
    cases.handedOver(caseNumber);
    browser = Browser.open("en-GB", new Dimension(1280, 1000));
    browser.logInToCockpit(cockpit(""), "olof", "Kylskap-2026");

    incidentsAreTriedAgain();
    theCaseLeadsToThePathOnTheDiagram();
    theHeatIsOnTheSameDiagram();
  }

  private void incidentsAreTriedAgain() {
    browser.driver().get(cockpit("#/aftercare/incidents"));
    By group = By.xpath("//details[summary[contains(., 'Look up plan and customer')]]");
    assertThat(browser.visible(group).getText()).contains("billing");
    browser.click(By.xpath("//details[summary[contains(., 'Look up plan and customer')]]/summary"));
    browser.visible(By.linkText(caseNumber));
    browser.picture("operations-incidents");
    browser.click(By.cssSelector(".aftercare-group[open] .btn-primary"));
    browser
        .await()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector(".aftercare-status"), "tried again"));
    browser.await().until(page -> cases.failedJob(caseNumber).getRetries() == 1);

    browser.driver().get(cockpit("#/aftercare/failing"));
    browser.click(By.linkText(caseNumber));
  }

  private void theCaseLeadsToThePathOnTheDiagram() {
    browser.click(By.linkText(handOver()));
    assertThat(browser.visible(By.cssSelector(".aftercare-path")).getText()).contains(caseNumber);
    browser.visible(By.cssSelector("[data-element-id='TalkToCustomer'].aftercare-passed"));
    browser.picture("finished-instance");
  }

  private String handOver() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("hand-over")
        .latestVersion()
        .singleResult()
        .getName();
  }

  private void theHeatIsOnTheSameDiagram() {
    browser.click(By.linkText("Heat map"));
    browser.visible(By.cssSelector("[data-element-id='TalkToCustomer'][class*='aftercare-heat-']"));
    assertThat(browser.driver().findElements(By.cssSelector(".aftercare-passed"))).isEmpty();
    assertThat(browser.visible(By.cssSelector(".aftercare-finished")).getText())
        .contains("Talk to the customer");
    browser.picture("heat-map");
  }

  private String cockpit(String page) {
    return "http://localhost:%d/camunda/app/cockpit/default/%s".formatted(port, page);
  }
}
