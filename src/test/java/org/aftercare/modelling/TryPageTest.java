package org.aftercare.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aftercare.testing.Batches;
import org.aftercare.testing.Browser;
import org.aftercare.testing.HandOverCopy;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A modeler tries an edited model in a browser, deploys it, and moves the case that is in it. */
@WebTest
class TryPageTest {

  private static final By RESULT = By.cssSelector("#result");

  @LocalServerPort private int port;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @TempDir private Path folder;

  @AfterEach
  void takeEverythingBack() {
    repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(HandOverCopy.ID)
        .list()
        .forEach(
            version -> repository.deleteDeployment(version.getDeploymentId(), true, true, true));
  }

  @Test
  void anEditedModelIsTriedDeployedAndItsCaseMoved() throws IOException {
    repository.createDeployment().addString(HandOverCopy.FILE, HandOverCopy.model()).deploy();
    runtime
        .createProcessInstanceByKey(HandOverCopy.ID)
        .businessKey("W-TRY1-0001")
        .startBeforeActivity("TalkToCustomer")
        .execute(true, true);
    Path file = folder.resolve(HandOverCopy.FILE);
    Files.writeString(file, HandOverCopy.edited());

    try (Browser browser = Browser.open("en-GB", new Dimension(1280, 1000))) {
      browser.driver().get("http://admin:Kylskap-2026@localhost:%d/models/try".formatted(port));
      browser.driver().findElement(By.id("files")).sendKeys(file.toString());
      browser.click(By.cssSelector("button.try"));
      browser.visible(By.cssSelector("#result[data-shown=yes]"));

      assertThat(browser.driver().findElement(RESULT).getText())
          .contains(
              "The check finds nothing wrong.",
              "changed user task Call the customer",
              "name: “Call the customer”, was “Talk to the customer”",
              "1 case is there",
              "1 of 1 case can move.");
      assertThat(marks(browser, "before")).containsExactly("TalkToCustomer");
      assertThat(marks(browser, "after")).containsExactly("TalkToCustomer");
      assertThat(
              browser
                  .driver()
                  .findElement(
                      By.cssSelector(
                          "[data-side=before] [data-container-id=TalkToCustomer] .running"))
                  .getText())
          .isEqualTo("1");
      browser.picture("try-a-change");

      browser.click(By.cssSelector("button[data-deploy]"));
      browser
          .await()
          .until(ExpectedConditions.textToBePresentInElementLocated(RESULT, "is now version 2."));
      browser.click(By.cssSelector("[data-move] button"));
      browser
          .await()
          .until(ExpectedConditions.textToBePresentInElementLocated(RESULT, "0 of 1 case moved"));
      Batches.run(management);
      browser
          .await()
          .until(ExpectedConditions.textToBePresentInElementLocated(RESULT, "There are none."));
      browser.picture("moved-cases");
    }

    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(HandOverCopy.ID)
            .latestVersion()
            .singleResult();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("W-TRY1-0001")
                .singleResult()
                .getProcessDefinitionId())
        .isEqualTo(newest.getId());
  }

  private static List<String> marks(Browser browser, String side) {
    return browser
        .driver()
        .findElements(By.cssSelector("[data-side=%s] .change-changed".formatted(side)))
        .stream()
        .map(marked -> marked.getDomAttribute("data-element-id"))
        .toList();
  }
}
